package uk.thinkuknow.attendance.check;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import uk.thinkuknow.attendance.returns.PastReturn;
import uk.thinkuknow.attendance.returns.ReturnImporter;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.NewSchool;
import uk.thinkuknow.schools.school.SchoolService;

/** Creates schools, each in its own region, with a class of 30 cards, two teachers and signed lessons of 2025-26. */
@Singleton
class GivenCheck {
    private static final LocalDate FROM = LocalDate.of(2025, 9, 1);

    @Inject
    SchoolService schools;

    @Inject
    PastSessions pastSessions;

    @Inject
    ReturnImporter importer;

    @Inject
    CurriculumService curriculum;

    @Inject
    PeopleService people;

    @Inject
    EntityManager database;

    /** A school; its key is also the user name of a teacher and the key of its region. */
    record School(String key, String colleague, long id, long classId) {}

    School school() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var key = "k" + ThreadLocalRandom.current().nextInt(1_000_000_000);
            schools.addRegion(key, "england", "Region " + key);
            schools.addAuthority(key, key, "Authority " + key);
            var school = schools.addSchool(new NewSchool(
                    null, "School " + key, "Givenham", "GV1 1GV", "primary", 400, key, FROM.minusYears(1)));
            people.join(key, "Tessa " + key, school.id(), null);
            people.join("c" + key, "Colleague", school.id(), null);
            database.createNativeQuery("update staff_school set valid_from = ?1 where school_id = ?2")
                    .setParameter(1, FROM)
                    .setParameter(2, school.id())
                    .executeUpdate();
            var schoolClass = schools.addClass(school.id(), "2025-26", "5B Rowan", "8-10", Set.of(2020), 30, FROM);
            return new School(key, "c" + key, school.id(), schoolClass.id());
        });
    }

    /** Adds a teacher who joins the school today; returns their user name. */
    String newcomerTo(School school) {
        QuarkusTransaction.requiringNew().run(() -> people.join("n" + school.key(), "Nia", school.id(), null));
        return "n" + school.key();
    }

    /** A lesson of the school's teacher that is signed two hours after its start; returns the public id of its session. */
    String lesson(School school, Instant at, int heads) {
        return lesson(school, at, new PastReturn.ClassMarks(school.classId(), CardSet.NONE, CardSet.NONE, heads, 0, 0));
    }

    String lesson(School school, Instant at, PastReturn.ClassMarks marks) {
        return lesson(school, at, marks, Duration.ofMinutes(50));
    }

    String lesson(School school, Instant at, PastReturn.ClassMarks marks, Duration lasted) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var session = pastSessions.deliver(new PastSession(
                    people.byUsername(school.key()).orElseThrow(),
                    school.id(),
                    curriculum.current().getFirst().versionId(),
                    false,
                    at,
                    lasted,
                    List.of(new PastSession.PastClass(school.classId(), null))));
            importer.signPast(new PastReturn(session.id(), "Tessa", at.plus(Duration.ofHours(2)), List.of(marks)));
            return session.publicId().value();
        });
    }

    /** Says who confirmed the return of a session, and how many days after its signature. */
    void confirmed(String session, String by, int days) {
        change(session, "confirmed_by = '%s', confirmed_at = signed_at + interval %d day".formatted(by, days));
    }

    /** Makes the return of a session the second version of it. */
    void amended(String session) {
        change(session, "superseded_at = utc_timestamp(6)");
        run("""
                insert into signed_return
                  (public_id, session_id, number, state, signed_by, signer, signed_at, source, rules, grounds, version)
                select '%s', session_id, 2, state, signed_by, signer, signed_at, source, rules, grounds, 0 from signed_return
                where session_id = (select id from session where public_id = '%s')""".formatted(PublicId.draw(), session));
    }

    /** Says that one person signed the return of a session, and that its register was handed to another one after that. */
    void signedAndHandedOn(String session, String signer, String to) {
        run("""
                update session set signed_by = (select id from staff where username = '%s'),
                  handed_to = (select id from staff where username = '%s')
                where public_id = '%s'""".formatted(signer, to, session));
    }

    private void change(String session, String set) {
        run("update signed_return set " + set + " where session_id = (select id from session where public_id = '"
                + session + "')");
    }

    /** The public ids of the school's sessions. */
    List<String> sessionsOf(School school) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database
                        .createNativeQuery("select public_id from session where school_id = ?1", String.class)
                        .setParameter(1, school.id())
                        .getResultList()
                        .stream()
                        .map(String::valueOf)
                        .toList());
    }

    void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
