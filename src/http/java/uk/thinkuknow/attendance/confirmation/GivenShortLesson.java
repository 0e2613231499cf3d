package uk.thinkuknow.attendance.confirmation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.GivenSchool;

/** Sets up a school whose class of 30 had a lesson of two minutes, so that its return waits for a second person. */
@Singleton
class GivenShortLesson {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    @Inject
    GivenSchool schools;

    @Inject
    PastSessions pastSessions;

    @Inject
    CurriculumService curriculum;

    @Inject
    PeopleService people;

    @Inject
    Clock clock;

    @Inject
    EntityManager database;

    /** A lesson of two minutes that has just ended. */
    record ShortLesson(GivenSchool.TaughtClass taught, SessionFacts session) {
        String path(String rest) {
            return "/sessions/" + session.publicId() + rest;
        }

        String answer() {
            return "/returns-to-confirm/" + session.publicId();
        }

        /** Writes the signer's note. */
        Response note(String words) {
            return taught.asTeacher().post(path("/return"), answer() + "/note", "note", words);
        }

        /** Sends the answer of a person who decides. */
        Response answer(String who, String... fields) {
            var page = as(who).get(answer()).asString();
            return as(who).post(answer(), answer() + "/answer", withSeen(page, fields));
        }

        /** Adds what the page of a return, or its row in the list, hands back with an answer. */
        static String[] withSeen(String page, String... fields) {
            var seen = SEEN.matcher(page);
            return seen.find()
                    ? Stream.concat(Stream.of(fields), Stream.of("seen", seen.group(1)))
                            .toArray(String[]::new)
                    : fields;
        }
    }

    /** Returns what the list hands back for a return that is chosen, by its signature now. */
    String seen(ShortLesson lesson) {
        return QuarkusTransaction.requiringNew()
                .call(() -> String.valueOf(database.createNativeQuery(
                                "select concat(s.public_id, '.', r.public_id) from session s join signed_return r on r.session_id = s.id"
                                        + " where s.id = " + lesson.session().id() + " order by r.id desc limit 1")
                        .getSingleResult()));
    }

    ShortLesson ended() {
        var taught = schools.withClassOf(30);
        // a membership begins today, and a person who joined today cannot confirm lessons of today
        run("update staff_school set valid_from = '2026-01-01' where school_id = "
                + taught.school().id());
        return another(taught);
    }

    /** Delivers one more lesson of two minutes to the class. */
    @Transactional
    ShortLesson another(GivenSchool.TaughtClass taught) {
        var session = pastSessions.deliver(new PastSession(
                people.byUsername(taught.teacher()).orElseThrow(),
                taught.school().id(),
                curriculum.current().getFirst().versionId(),
                false,
                Instant.now().minus(Duration.ofMinutes(3)),
                Duration.ofMinutes(2),
                List.of(new PastSession.PastClass(taught.schoolClass().id(), null))));
        return new ShortLesson(taught, session);
    }

    /** Signs its register by heads. */
    void sign(ShortLesson lesson, int heads) {
        var ofClass = lesson.taught().schoolClass().publicId();
        lesson.taught()
                .asTeacher()
                .post(
                        lesson.path("/register"),
                        lesson.path("/register/sign"),
                        "kept-" + ofClass,
                        "heads",
                        "heads-" + ofClass,
                        String.valueOf(heads))
                .then()
                .statusCode(303);
    }

    ShortLesson signed(int heads) {
        var lesson = ended();
        sign(lesson, heads);
        return lesson;
    }

    /** Adds a colleague who has been at the school since before the lesson, with an email address. */
    String colleagueOf(ShortLesson lesson) {
        var name = newcomerTo(lesson);
        run(
                "update staff_school set valid_from = '2026-01-01' where staff_id = (select id from staff where username = '"
                        + name.split(" ")[0] + "')");
        return name;
    }

    /** Adds a colleague of long standing who is a school administrator, with an email address. */
    String administratorOf(ShortLesson lesson) {
        var name = colleagueOf(lesson);
        run("update staff_school set part = 'ADMINISTRATOR' where staff_id = (select id from staff where username = '"
                + name.split(" ")[0] + "')");
        return name;
    }

    /** Enters a paper register of another lesson for today, when the school is closed; returns its session. */
    PublicId paper(ShortLesson lesson, String administrator, int heads) {
        var school = lesson.taught().school().id();
        run("update own_day_span set open = 0 where school_id = " + school);
        as(administrator)
                .post(
                        "/paper-registers",
                        "/paper-registers",
                        "r1-0",
                        DateTimeFormatter.ofPattern("d/M/yyyy").format(London.today(clock)),
                        "r1-1",
                        curriculum.current().getLast().key(),
                        "r1-2",
                        lesson.taught().schoolClass().name(),
                        "r1-3",
                        String.valueOf(heads),
                        "r1-4",
                        "")
                .then()
                .statusCode(303);
        return QuarkusTransaction.requiringNew()
                .call(() -> new PublicId(String.valueOf(database.createNativeQuery(
                                "select public_id from session where entered = 'PAPER' and school_id = " + school)
                        .getSingleResult())));
    }

    /** Makes a visit of a signed lesson: its heads wait for this colleague, who was in the room. */
    void visit(ShortLesson lesson, String colleague) {
        run("update session set confirmer = (select id from staff where username = '"
                + colleague.split(" ")[0] + "') where id = " + lesson.session().id());
        run("update signed_return set grounds = '' where session_id = "
                + lesson.session().id());
    }

    /** Adds a colleague who joins the school today, with an email address. */
    String newcomerTo(ShortLesson lesson) {
        var name = "c" + ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000);
        QuarkusTransaction.requiringNew()
                .run(() -> people.join(
                        name, "Cora " + name, lesson.taught().school().id(), null));
        run("update staff set email = '" + name + "@school.example' where username = '" + name + "'");
        return name + " teacher";
    }

    /** Adds a manager of the school's region, who has signed in, with an email address. */
    String managerOf(ShortLesson lesson) {
        var name = "m" + ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000);
        run("insert into staff (public_id, username, name, email, area_kind, area_key, manages) values ('"
                + name + "', '" + name + "', 'Helen " + name + "', '" + name
                + "@programme.example', 'region', '" + lesson.taught().teacher() + "', 1)");
        return name + " manager";
    }

    int letters(ShortLesson lesson, String who, String subjectLike) {
        return (int) number("select count(*) from letter where recipient like '" + who.split(" ")[0]
                + "@%' and subject like '" + subjectLike + "' and about = 'session "
                + lesson.session().publicId() + "'");
    }

    /** Returns the heads that count of the lesson. */
    long counted(ShortLesson lesson) {
        return number("select coalesce(sum(heads), 0) from return_line where session_id = "
                + lesson.session().id());
    }

    long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        ((Number) database.createNativeQuery(sql, Long.class).getSingleResult()).longValue());
    }

    void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }

    static StaffBrowser as(String who) {
        return StaffBrowser.as(who);
    }
}
