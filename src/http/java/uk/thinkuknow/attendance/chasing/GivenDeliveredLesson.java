package uk.thinkuknow.attendance.chasing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.GivenSchool;

/** Sets up a school whose class had a lesson without devices, and signs its register. */
@Singleton
class GivenDeliveredLesson {
    @Inject
    GivenSchool schools;

    @Inject
    PastSessions pastSessions;

    @Inject
    CurriculumService curriculum;

    @Inject
    PeopleService people;

    @Inject
    EntityManager database;

    GivenSchool.TaughtClass school() {
        return schools.withClassOf(30);
    }

    PublishedModule lesson() {
        return curriculum.current().getFirst();
    }

    /** Delivers a lesson that ended this long ago; its register is open. */
    @Transactional
    SessionFacts ended(GivenSchool.TaughtClass taught, Duration ago) {
        return pastSessions.deliver(new PastSession(
                people.byUsername(taught.teacher()).orElseThrow(),
                taught.school().id(),
                lesson().versionId(),
                false,
                Instant.now().minus(ago).minus(Duration.ofMinutes(40)),
                Duration.ofMinutes(40),
                List.of(new PastSession.PastClass(taught.schoolClass().id(), null))));
    }

    /** Signs the register from the class list: every card was here except the absent ones and those not taking part. */
    void sign(GivenSchool.TaughtClass taught, SessionFacts session, List<Integer> absent, String apart, int heads) {
        var ofClass = taught.schoolClass().publicId();
        var path = "/sessions/" + session.publicId();
        var fields = new ArrayList<String>(List.of(
                "heads-" + ofClass,
                String.valueOf(heads),
                "kept-" + ofClass,
                "cards",
                "apart-cards-" + ofClass,
                apart,
                "shown-" + ofClass,
                String.join(
                        ",",
                        IntStream.rangeClosed(1, 30).mapToObj(String::valueOf).toList())));
        absent.forEach(card -> fields.addAll(List.of("absent-" + ofClass, String.valueOf(card))));
        taught.asTeacher()
                .post(path + "/register", path + "/register/sign", fields.toArray(String[]::new))
                .then()
                .statusCode(303);
    }

    long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        ((Number) database.createNativeQuery(sql, Long.class).getSingleResult()).longValue());
    }

    String text(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> String.valueOf(database.createNativeQuery(sql).getSingleResult()));
    }

    void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
