package uk.thinkuknow.demo;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.demo.DemoPart.Demo;
import uk.thinkuknow.demo.DemoPart.Year;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.schools.members.NewMember;
import uk.thinkuknow.schools.members.StaffingService;
import uk.thinkuknow.schools.school.GridPlace;
import uk.thinkuknow.schools.school.NewSchool;
import uk.thinkuknow.schools.school.SchoolService;

/** Creates the areas, staff accounts, schools and classes of the demo. */
@Singleton
@Priority(100)
class DemoSchools implements DemoPart {
    private static final int RECEPTION_AGE = 4;

    private final SchoolService schools;
    private final PeopleService people;
    private final StaffingService staffing;

    DemoSchools(SchoolService schools, PeopleService people, StaffingService staffing) {
        this.schools = schools;
        this.people = people;
        this.staffing = staffing;
    }

    @Override
    public void bringIn(Demo demo) {
        var contents = demo.contents();
        contents.regions().forEach(row -> schools.addRegion(row.key(), row.nation(), row.name()));
        contents.authorities().forEach(row -> schools.addAuthority(row.key(), row.region(), row.name()));
        contents.staff().forEach(this::addStaff);
        var schoolIds = new HashMap<String, Long>();
        for (var row : contents.schools()) {
            schoolIds.put(row.name(), addSchool(row, demo.years()));
        }
        var since = demo.years().getFirst().firstDay();
        contents.people().forEach(row -> addPerson(row, Objects.requireNonNull(schoolIds.get(row.school())), since));
    }

    private void addStaff(DemoContents.StaffRow row) {
        people.join(row.username(), row.name(), null, null);
        var area = Scope.read(row.area() == null ? "" : row.area()).orElseThrow();
        people.byUsername(row.username()).ifPresent(each -> people.setArea(each.id(), area));
    }

    private long addSchool(DemoContents.SchoolRow row, List<Year> years) {
        var school = schools.addSchool(new NewSchool(
                null,
                row.name(),
                row.address().town(),
                row.address().postcode(),
                row.register().phase(),
                row.register().roll(),
                row.authority(),
                years.getFirst().firstDay()));
        schools.setPosition(
                school.id(),
                new GridPlace(row.address().easting(), row.address().northing()));
        schools.addFact(
                school.id(), "fsm", row.register().meals(), years.getFirst().firstDay());
        schools.addFact(
                school.id(),
                "rurality",
                row.register().rurality(),
                years.getFirst().firstDay());
        var trust = row.trust();
        if (trust != null) {
            schools.addFact(school.id(), "trust", trust, years.getFirst().firstDay());
        }
        people.join(row.teacher().username(), row.teacher().name(), school.id(), null);
        years.forEach(year -> row.classes().forEach(each -> addClass(school.id(), each, year)));
        return school.id();
    }

    private void addPerson(DemoContents.PersonRow row, long schoolId, LocalDate since) {
        staffing.addMember(new NewMember(
                row.username(),
                row.name(),
                row.username() + "@demo.example",
                schoolId,
                row.administrator(),
                row.leads(),
                since));
    }

    private void addClass(long schoolId, DemoContents.ClassRow row, Year year) {
        var reception = year.firstDay().getYear() - (row.age() - RECEPTION_AGE);
        var group = schools.addClass(
                schoolId, year.key(), row.name(), row.band(), Set.of(reception), row.cards(), year.firstDay());
        var half = row.group();
        if (half != null) {
            var cards = CardSet.of(group.cards().stream()
                    .map(card -> card.number())
                    .filter(number -> number <= row.cards() / 2)
                    .toList());
            schools.addGroup(schoolId, group.publicId(), half, cards);
        }
    }
}
