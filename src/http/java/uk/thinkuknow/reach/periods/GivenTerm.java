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
import uk.thinkuknow.common.PublicId;
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
        return school(key, key);
    }

    /** One more school in the region of another. */
    @Transactional
    School schoolNextTo(School other) {
        return school("c" + ThreadLocalRandom.current().nextInt(1_000_000_000), other.key());
    }

    private School school(String key, String authority) {
        var school = schools.addSchool(new NewSchool(
                null, "School " + key, "Givenham", "GV1 1GV", "primary", 400, authority, FROM.minusYears(1)));
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
        lesson(school, schoolClass, day, from, to, 0, signed);
    }

    /** A lesson attended by a range of cards and by some children without a card. */
    @Transactional
    void lesson(School school, long schoolClass, String day, int from, int to, int unnamed, Instant signed) {
        var session = ended(school, schoolClass, day);
        var cards = CardSet.of(IntStream.rangeClosed(from, to).boxed().toList());
        elsewhere.signPast(new PastReturn(
                session,
                "Tessa",
                signed,
                List.of(new PastReturn.ClassMarks(schoolClass, cards, CardSet.NONE, unnamed, 0, 0))));
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

    /** A lesson whose return is signed and to be confirmed, with some children by heads. */
    @Transactional
    void toConfirm(School school, long schoolClass, String day, int children, Instant signed) {
        long session = ended(school, schoolClass, day);
        database.createNativeQuery("""
                        insert into signed_return (public_id, session_id, state, signed_by, signer, signed_at, rules, grounds)
                        values (?1, ?2, 'UNCONFIRMED', 'Tessa', ?3, ?4, 2, 'SHORT')""")
                .setParameter(1, PublicId.draw().value())
                .setParameter(2, session)
                .setParameter(3, school.key())
                .setParameter(4, signed)
                .executeUpdate();
        database.createNativeQuery("""
                        insert into waiting_line (id, return_id, session_id, school_id, class_id, group_slot, local_date, year_key,
                          term_key, audience, band_key, module_version_id, named_a_low, named_a_high, named_b_low, named_b_high,
                          in_force_low, in_force_high, for_low, for_high, unnamed, guests, heads, not_taking_part)
                        select 1000000000 + r.id, r.id, s.id, s.school_id, ?2, 0, s.local_date, s.year_key, s.term_key, s.audience, '8-10',
                          s.module_version_id, 0, 0, 0, 0, 0, 0, 0, 0, ?3, 0, ?3, 0
                        from session s join signed_return r on r.session_id = s.id where s.id = ?1""")
                .setParameter(1, session)
                .setParameter(2, schoolClass)
                .setParameter(3, children)
                .executeUpdate();
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
