package uk.thinkuknow.reach.periods;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.attendance.returns.PastReturn;
import uk.thinkuknow.attendance.returns.ReturnImporter;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.NewClass;
import uk.thinkuknow.schools.school.NewSchool;
import uk.thinkuknow.schools.school.RollOverPlan;
import uk.thinkuknow.schools.school.RollOverStore;
import uk.thinkuknow.schools.school.SchoolService;

/** Creates schools, each in its own region, with classes, lessons and returns of a past term. */
@Singleton
class GivenTerm {
    private static final LocalDate FROM = LocalDate.of(2025, 9, 1);

    @Inject
    SchoolService schools;

    @Inject
    RollOverStore rollOvers;

    @Inject
    PastSessions pastSessions;

    @Inject
    ReturnImporter elsewhere;

    @Inject
    CurriculumService curriculum;

    @Inject
    PeopleService people;

    @Inject
    EntityManager database;

    /** A school; its key is also the key of its region and authority and the user name of its teacher. */
    record School(String key, long id) {}

    @Transactional
    School school() {
        var key = "b" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        schools.addRegion(key, "england", "Region " + key);
        schools.addAuthority(key, key, "Authority " + key);
        var school = schools.addSchool(
                new NewSchool(null, "School " + key, "Givenham", "GV1 1GV", "primary", 400, key, FROM.minusYears(1)));
        people.join(key, "Tessa " + key, school.id(), null);
        return new School(key, school.id());
    }

    /** A class with cards from 1 to the given number. */
    @Transactional
    long addClass(School school, int cards) {
        return schools.addClass(school.id(), "2025-26", "5B Rowan", "8-10", Set.of(2020), cards, FROM)
                .id();
    }

    /**
     * A class of a school year, with the year in which its children started school and cards from 1 to the given
     * number.
     */
    @Transactional
    ClassFacts addClass(School school, String year, String name, int cohort, int cards) {
        var first = LocalDate.of(Integer.parseInt(year.substring(0, 4)), 9, 1);
        return schools.addClass(school.id(), year, name, "8-10", Set.of(cohort), cards, first);
    }

    /** Rolls a class over into the next year with the same children and the same numbers. */
    @Transactional
    ClassFacts goesOn(School school, ClassFacts schoolClass, String name, int cohort) {
        var into = addClass(school, "2026-27", name, cohort, schoolClass.cards().size());
        rollOvers.roll(
                school.id(),
                "Tess",
                new RollOverPlan(
                        "2025-26",
                        "2026-27",
                        List.of(new RollOverPlan.PlannedClass(
                                into.publicId(),
                                new NewClass(
                                        name,
                                        Set.of(cohort),
                                        "8-10",
                                        schoolClass.cards().size()),
                                List.of(schoolClass.publicId()),
                                true))));
        return into;
    }

    /** A lesson attended by a range of cards, with a return signed at the given moment. */
    @Transactional
    void lesson(School school, long schoolClass, String day, int from, int to, Instant signed) {
        var session = ended(school, schoolClass, day);
        var cards = CardSet.of(IntStream.rangeClosed(from, to).boxed().toList());
        elsewhere.signPast(new PastReturn(
                session,
                "Tessa",
                signed,
                List.of(new PastReturn.ClassMarks(schoolClass, cards, CardSet.NONE, 0, 0, 0))));
    }

    /** A lesson without a signed return. */
    @Transactional
    long ended(School school, long schoolClass, String day) {
        return pastSessions
                .deliver(new PastSession(
                        people.byUsername(school.key()).orElseThrow(),
                        school.id(),
                        curriculum.current().getFirst().versionId(),
                        true,
                        Instant.parse(day + "T09:00:00Z"),
                        Duration.ofMinutes(50),
                        List.of(new PastSession.PastClass(schoolClass, null))))
                .id();
    }

    /** Withdraws the return of that day's lesson: one manager asks, another signs. */
    void withdrawn(School school, String day) {
        var id = QuarkusTransaction.requiringNew()
                .call(() -> String.valueOf(database.createNativeQuery(
                                "select public_id from session where school_id = ?1 and local_date = ?2")
                        .setParameter(1, school.id())
                        .setParameter(2, day)
                        .getSingleResult()));
        manager("closing-mina");
        manager("closing-noor");
        var page = "/sessions/" + id;
        StaffBrowser.as("closing-mina manager")
                .post(page + "/withdrawal", page + "/withdrawal", "why", "Entered twice.")
                .then()
                .statusCode(303);
        StaffBrowser.as("closing-noor manager")
                .post(page + "/change", page + "/change/sign")
                .then()
                .statusCode(303);
    }

    /** A manager of the whole programme with this user name. */
    @Transactional
    StaffMember manager(String username) {
        if (people.byUsername(username).isEmpty()) {
            people.join(username, "Manager " + username, null, null);
        }
        return people.byUsername(username).orElseThrow();
    }
}
