package uk.thinkuknow.demo;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.Installation;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.StartUpOrder;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.schools.members.NewMember;
import uk.thinkuknow.schools.members.StaffingService;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.GridPlace;
import uk.thinkuknow.schools.school.NewSchool;
import uk.thinkuknow.schools.school.SchoolService;

/** Fills an empty database once: with invented data if this is a demo, else with nothing but the note that it is not. */
@Singleton
class DemoData {
    private static final String MANAGER = "Mina Castellanos";
    private static final int SECONDS_AT_MOST = 180;
    private static final int RECEPTION_AGE = 4;

    private final boolean wanted;
    private final Installation installation;
    private final SchoolService schools;
    private final PeopleService people;
    private final StaffingService staffing;
    private final DemoTargets targets;
    private final DemoPast past;
    private final DemoTrainers trainers;
    private final DemoBookings bookings;
    private final DemoTraining training;
    private final DemoWorries worries;
    private final DemoAnswers answers;
    private final DemoOutcomes outcomes;
    private final DemoReturns returns;
    private final Clock clock;

    DemoData(
            @ConfigProperty(name = "thinkuknow.demo") boolean wanted,
            Installation installation,
            SchoolService schools,
            PeopleService people,
            StaffingService staffing,
            DemoTargets targets,
            DemoPast past,
            DemoTrainers trainers,
            DemoBookings bookings,
            DemoTraining training,
            DemoWorries worries,
            DemoAnswers answers,
            DemoOutcomes outcomes,
            DemoReturns returns,
            Clock clock) {
        this.wanted = wanted;
        this.installation = installation;
        this.schools = schools;
        this.people = people;
        this.staffing = staffing;
        this.targets = targets;
        this.past = past;
        this.trainers = trainers;
        this.bookings = bookings;
        this.training = training;
        this.worries = worries;
        this.answers = answers;
        this.outcomes = outcomes;
        this.returns = returns;
        this.clock = clock;
    }

    void fill(@Observes @Priority(StartUpOrder.DEMO) StartupEvent start) {
        // All or nothing: a start that is cut off in the middle leaves an empty database for the next.
        RetryOnConflict.run(SECONDS_AT_MOST, () -> {
            if (!installation.isSetUp()) {
                if (wanted) {
                    load(DemoContents.read());
                }
                installation.setUp(wanted);
            }
        });
    }

    private void addStaff(DemoContents.StaffRow row) {
        people.join(row.username(), row.name(), null, null);
        var area = Scope.read(row.area() == null ? "" : row.area()).orElseThrow();
        people.called(row.username()).ifPresent(each -> people.lookAfter(each.id(), area));
    }

    private void load(DemoContents contents) {
        contents.regions().forEach(row -> schools.addRegion(row.key(), row.nation(), row.name()));
        contents.authorities().forEach(row -> schools.addAuthority(row.key(), row.region(), row.name()));
        contents.staff().forEach(this::addStaff);
        var today = London.today(clock);
        var years = years(today);
        var schoolIds = new HashMap<String, Long>();
        for (var row : contents.schools()) {
            schoolIds.put(row.name(), addSchool(row, years));
        }
        contents.people().forEach(row -> addPerson(row, Objects.requireNonNull(schoolIds.get(row.school()))));
        trainers.bringIn(contents.trainers(), today, MANAGER);
        bookings.bringIn(today);
        training.bringIn(today);
        worries.bringIn();
        answers.bringIn(contents.schools(), years);
        outcomes.bringIn(contents, years, today);
        returns.bringIn(today);
        targets.bringIn(contents.targets(), years);
        Log.infof(
                "loaded %d invented schools with past sessions",
                contents.schools().size());
    }

    /** A year of the demo: last year, if the calendar has it, and this one. */
    record Year(String key, LocalDate firstDay, LocalDate lastDay) {}

    private List<Year> years(LocalDate today) {
        var years = new ArrayList<Year>();
        for (var day : List.of(today.minusYears(1), today)) {
            schools.termOn("england", day).ifPresent(term -> {
                var terms = schools.termsOf("england", term.yearKey());
                years.add(new Year(
                        term.yearKey(),
                        terms.getFirst().firstDay(),
                        terms.getLast().lastDay()));
            });
        }
        return years;
    }

    private long addSchool(DemoContents.SchoolRow row, List<Year> years) {
        var school = schools.addSchool(new NewSchool(
                null,
                row.name(),
                row.town(),
                row.postcode(),
                row.phase(),
                row.roll(),
                row.authority(),
                years.getFirst().firstDay()));
        schools.putAt(school.id(), new GridPlace(row.easting(), row.northing()));
        schools.describe(school.id(), "fsm", row.meals(), years.getFirst().firstDay());
        schools.describe(
                school.id(), "rurality", row.rurality(), years.getFirst().firstDay());
        var trust = row.trust();
        if (trust != null) {
            schools.describe(school.id(), "trust", trust, years.getFirst().firstDay());
        }
        people.join(row.teacher().username(), row.teacher().name(), school.id(), null);
        for (var year : years) {
            var taught = new ArrayList<ClassFacts>();
            for (var each : row.classes()) {
                var group = addClass(school.id(), each, year);
                if (!each.untouched()) {
                    taught.add(group);
                }
            }
            past.teach(row.teacher().username(), taught, year);
        }
        return school.id();
    }

    private void addPerson(DemoContents.PersonRow row, long schoolId) {
        staffing.bringIn(new NewMember(
                row.username(),
                row.name(),
                row.username() + "@demo.example",
                schoolId,
                row.administrator(),
                row.leads()));
    }

    private ClassFacts addClass(long schoolId, DemoContents.ClassRow row, Year year) {
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
        return schools.classOf(group.id());
    }
}
