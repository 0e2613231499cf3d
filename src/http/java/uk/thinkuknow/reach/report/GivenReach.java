package uk.thinkuknow.reach.report;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.attendance.returns.PastReturn;
import uk.thinkuknow.attendance.returns.ReturnImporter;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.schools.school.NewSchool;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;

/** Creates regions, authorities and schools with signed returns of 2025-26, and their managers. */
@Singleton
public class GivenReach {
    public static final String YEAR = "2025-26";

    private static final LocalDate FROM = LocalDate.of(2025, 9, 1);

    @Inject
    SchoolService schools;

    @Inject
    PastSessions pastSessions;

    @Inject
    ReturnImporter elsewhere;

    @Inject
    CurriculumService curriculum;

    @Inject
    PeopleService people;

    /** A unique name. */
    public static String name() {
        return "q" + ThreadLocalRandom.current().nextInt(1_000_000_000) + "z";
    }

    @Transactional
    public String region(String nation) {
        var key = name();
        schools.addRegion(key, nation, "Region " + key);
        return key;
    }

    @Transactional
    public String authority(String region) {
        var key = name();
        schools.addAuthority(key, region, "Authority " + key);
        return key;
    }

    @Transactional
    public SchoolFacts school(String authority) {
        var key = name();
        var school = schools.addSchool(new NewSchool(
                null, "School " + key, "Givenham", "GV1 1GV", "primary", 400, authority, FROM.minusYears(1)));
        people.join("t" + school.id() + "-of-" + authority, "Tessa " + key, school.id(), null);
        return school;
    }

    @Transactional
    public long addClass(SchoolFacts school, String name, int cards) {
        return schools.addClass(school.id(), YEAR, name, "8-10", Set.of(2020), cards, FROM)
                .id();
    }

    /** Adds schools with one lesson each, attended by one child. */
    public void schoolsWithALesson(String authority, int number) {
        for (int i = 0; i < number; i++) {
            var school = school(authority);
            lesson(school, addClass(school, "4A", 30), "2025-10-07", CardSet.of(List.of(1)), 0);
        }
    }

    /**
     * A lesson attended by some cards and by some children without a card, signed at 15:00 UTC that day.
     *
     * @return the public id of the session
     */
    @Transactional
    public String lesson(SchoolFacts school, long schoolClass, String day, CardSet came, int unnamed) {
        var session = ended(school, schoolClass, day);
        elsewhere.signPast(new PastReturn(
                session.id(),
                "Tessa",
                Instant.parse(day + "T15:00:00Z"),
                List.of(new PastReturn.ClassMarks(schoolClass, came, CardSet.NONE, unnamed, 0, 0))));
        return session.publicId();
    }

    /** A lesson attended by some cards and by guests of another class. */
    @Transactional
    String lessonWithGuests(SchoolFacts school, long schoolClass, String day, CardSet came, int guests) {
        var session = ended(school, schoolClass, day);
        elsewhere.signPast(new PastReturn(
                session.id(),
                "Tessa",
                Instant.parse(day + "T15:00:00Z"),
                List.of(new PastReturn.ClassMarks(schoolClass, came, CardSet.NONE, 0, guests, 0))));
        return session.publicId();
    }

    /** The ids of an ended session. */
    public record Ended(long id, String publicId) {}

    /** A lesson without a signed return. */
    @Transactional
    public Ended ended(SchoolFacts school, long schoolClass, String day) {
        var facts = pastSessions.deliver(new PastSession(
                people.byUsername("t" + school.id() + "-of-" + school.authorityKey())
                        .orElseThrow(),
                school.id(),
                curriculum.current().getFirst().versionId(),
                true,
                Instant.parse(day + "T09:00:00Z"),
                Duration.ofMinutes(50),
                List.of(new PastSession.PastClass(schoolClass, null))));
        return new Ended(facts.id(), facts.publicId().value());
    }

    /** A new manager of the area. */
    @Transactional
    public StaffBrowser manager(Scope area) {
        var name = name();
        people.join(name, "Manager " + name, null, null);
        people.setArea(people.byUsername(name).orElseThrow().id(), area);
        return StaffBrowser.as(name + " manager");
    }
}
