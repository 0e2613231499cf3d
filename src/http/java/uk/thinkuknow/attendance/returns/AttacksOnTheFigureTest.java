package uk.thinkuknow.attendance.returns;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.London;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.schools.calendars.GivenSchoolDays;
import uk.thinkuknow.schools.members.GivenStaff;
import uk.thinkuknow.schools.members.Membership;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Attacks on the figure by people who sign returns: none of them reaches the headline. */
@QuarkusTest
class AttacksOnTheFigureTest {
    @Inject
    GivenStaff given;

    @Inject
    GivenLesson sql;

    @Inject
    GivenSchoolDays days;

    @Inject
    CurriculumService curriculum;

    @Inject
    Clock clock;

    private GivenStaff.StaffedSchool school;
    private StaffBrowser administrator;

    @BeforeEach
    void aSchoolWhoseClassHasHadALesson() {
        school = given.school();
        administrator = school.asAdministrator();
        sql.update(
                "INSERT INTO safeguarding_lead (school_id, part, staff_id, valid_from) SELECT ?, 'LEAD', id, '2020-09-01'"
                        + " FROM staff WHERE username = ?",
                id(),
                school.taught().teacher());
        curriculum.recordReview(curriculum.current().getFirst().versionId(), "A. Reviewer", clock.instant());
        sql.update(
                "INSERT IGNORE INTO safeguard (safeguard_key, recorded_by, recorded_at, note) VALUES"
                        + " ('impact-assessment', 'ada', now(6), 'here'), ('deletion', 'ada', now(6), 'here'), ('help-words', 'ada', now(6), 'here')");
        var lesson = start(school.taught().schoolClass().publicId().value());
        end(lesson, 40);
        sign(lesson, 3, school.taught().schoolClass().publicId().value());
        sql.update(
                "UPDATE session SET started_at = started_at - INTERVAL 3 HOUR, ended_at = ended_at - INTERVAL 3 HOUR WHERE school_id = ?",
                id());
        assertEquals(3, reach());
    }

    @Test
    void aClassOfSixtyMadeNowAndTaughtForASecond() {
        var ghosts = makeClass("Ghost 60", 60);
        var lesson = start(ghosts);
        end(lesson, 0);
        sign(lesson, 60, ghosts);
        assertWaits(lesson, "SHORT", 60);
    }

    @Test
    void aClassOfAnotherSchoolYear() {
        recordRoll(63);
        for (var year : List.of("2027-28", "2025-26")) {
            var ghosts = makeClass("Ghosts of " + year, 60);
            sql.update("UPDATE class_group SET year_key = ? WHERE public_id = ?", year, ghosts);
            administrator
                    .post(
                            "/sessions/new",
                            "/sessions/start",
                            "key",
                            "another-year-" + year + id(),
                            "module",
                            curriculum.current().getFirst().key(),
                            "other-band",
                            "yes",
                            "devices",
                            "no",
                            "class",
                            ghosts)
                    .then()
                    .statusCode(422)
                    .body(containsString("Ghosts of " + year + " is a class of " + year.replace('-', '–')));
        }
        var ghosts = makeClass("Ghosts", 60);
        var lesson = start(ghosts);
        end(lesson, 40);
        recordRoll(20, "2026-09-02");
        sql.update("UPDATE class_group SET year_key = '2025-26' WHERE public_id = ?", ghosts);
        sign(lesson, 60, ghosts);
        assertWaits(lesson, "OVER_ROLL", 60);
        var manager = StaffBrowser.as("mina manager");
        manager.get("/reach").then().statusCode(200);
        sql.update(
                "UPDATE staff_school SET admitted_by = (SELECT id FROM staff WHERE username = ?) WHERE school_id = ?",
                school.taught().teacher(),
                id());
        sql.update(
                "UPDATE staff_school SET admitted_by = (SELECT id FROM staff WHERE username = 'mina') WHERE school_id = ?"
                        + " AND staff_id = (SELECT id FROM staff WHERE username = ?)",
                id(),
                school.taught().teacher());
        var page = "/returns-to-confirm/" + lesson.replace("/sessions/", "");
        manager.post(page, page + "/answer", "answer", "right").then().statusCode(303);
        assertEquals(3, reach());
        sql.update("UPDATE staff_school SET admitted_by = NULL WHERE school_id = ?", id());
        manager.post(page, page + "/answer", "answer", "right").then().statusCode(303);
        assertEquals(63, reach());
    }

    @Test
    void theSameOnADayThatIsNoSchoolDay() {
        days.closeAsUsual(id());
        sql.update(
                "INSERT INTO own_day_span (public_id, school_id, first_day, last_day, weekdays, open, why, added_by, added_at)"
                        + " VALUES (?, ?, '2020-01-01', '2050-01-01', 'EVERY_DAY', 0, 'closed', 'Given', now(6))",
                "c" + id(),
                id());
        var ghosts = makeClass("Ghost 60", 60);
        var lesson = start(ghosts);
        end(lesson, 40);
        sign(lesson, 60, ghosts);
        assertWaits(lesson, "NO_SCHOOL_DAY", 60);
    }

    @Test
    void nineHundredGuests() {
        var classId = school.taught().schoolClass().publicId().value();
        var lesson = start(classId);
        end(lesson, 40);
        administrator
                .post(
                        lesson + "/register",
                        lesson + "/register/sign",
                        "heads-" + classId,
                        "903",
                        "kept-" + classId,
                        "heads",
                        "guests-" + classId,
                        "900")
                .then()
                .statusCode(303);
        assertWaits(lesson, "SIGNER_LOAD,GUESTS", 903);
    }

    @Test
    void aClassMadeNowAndALessonTaughtBeforeAnHourAgo() {
        var ghosts = makeClass("Ghost 30", 30);
        var lesson = taughtBefore(
                ghosts, ZonedDateTime.now(clock.withZone(London.ZONE)).minusHours(1));
        sign(lesson, 30, ghosts);
        assertWaits(lesson, "ENTERED_LATE", 30);
    }

    @Test
    void paperRegistersForEveryDayOfTheLastMonth() {
        makeClass("Ghost 30", 30);
        var title = curriculum.current().getFirst().key();
        var fields = new ArrayList<String>();
        var today = London.today(clock);
        var days = (int) Math.min(30, ChronoUnit.DAYS.between(LocalDate.of(2026, 9, 1), today));
        IntStream.rangeClosed(1, days).forEach(day -> {
            var cells = List.of(
                    DateTimeFormatter.ofPattern("d/M/yyyy").format(today.minusDays(day)), title, "Ghost 30", "30", "");
            for (int column = 0; column < cells.size(); column++) {
                fields.addAll(List.of("r" + day + "-" + column, cells.get(column)));
            }
        });
        administrator
                .post("/paper-registers", "/paper-registers", fields.toArray(String[]::new))
                .then()
                .statusCode(303);
        assertEquals(3, reach());
        assertEquals(days, waiting("ENTERED_LATE"));
    }

    @Test
    void sixLessonsOfAClassTaughtBeforeEnteredAndSignedOneAfterAnother() {
        enteredLessonsAreLimited();
        var classId = classOfSeptember();
        for (int day = 1; day <= 6; day++) {
            sign(taughtBefore(classId, daysAgo(day)), 24 + day, classId);
        }
        assertEquals(3 + 26, reach(), "honest catching up of two lessons counts");
        assertEquals(4, waiting("ENTERED_MANY"));
    }

    @Test
    void sixLessonsOfAClassEnteredFirstAndThenSignedAllWait() {
        enteredLessonsAreLimited();
        var classId = classOfSeptember();
        var lessons = IntStream.rangeClosed(1, 6)
                .mapToObj(day -> taughtBefore(classId, daysAgo(day)))
                .toList();
        lessons.forEach(lesson -> sign(lesson, 30, classId));
        assertEquals(3, reach());
        assertEquals(6, waiting("ENTERED_MANY"));
        administrator
                .get(lessons.getFirst() + "/return")
                .then()
                .body(containsString("entered 6 lessons of one class afterwards, within seven days."));
    }

    @Test
    void aLessonOfAClassEnteredAWeekAfterTwoOthersAndOneOfAnotherClassCountAtOnce() {
        enteredLessonsAreLimited();
        var classId = classOfSeptember();
        sign(taughtBefore(classId, daysAgo(1)), 20, classId);
        sign(taughtBefore(classId, daysAgo(2)), 20, classId);
        sql.update(
                "UPDATE session SET signed_at = signed_at - INTERVAL 8 DAY WHERE school_id = ? AND entered IS NOT NULL",
                id());
        sign(taughtBefore(classId, daysAgo(3)), 25, classId);
        var another = classOfSeptember();
        sign(taughtBefore(another, daysAgo(4)), 30, another);
        assertEquals(3 + 25 + 30, reach());
    }

    /** The limit applies from the day after its migration, which is tomorrow. */
    private void enteredLessonsAreLimited() {
        sql.update("UPDATE plausibility_limit SET entered_lessons = 2");
    }

    @AfterEach
    void enteredLessonsAreLimitedFromTomorrow() {
        sql.update("UPDATE plausibility_limit SET entered_lessons = IF(valid_from > UTC_DATE(), 2, 1000)");
    }

    @Test
    void moreThanADaysChildrenOfAnyGradeWaitAlsoIfTheSignerHandedOnWhatTheySigned() {
        sql.update("UPDATE plausibility_limit SET day_children = 60");
        var colleague = given.member(school.school(), Membership.Part.TEACHER);
        var first = makeClass("5C Yew", 30);
        var lesson = start(first);
        end(lesson, 40);
        sign(lesson, 30, first);
        sql.update(
                "UPDATE session SET started_at = started_at - INTERVAL 2 HOUR, ended_at = ended_at - INTERVAL 2 HOUR, handed_to = ?"
                        + " WHERE public_id = ?",
                given.account(colleague).id(),
                lesson.substring("/sessions/".length()));
        var second = makeClass("5D Oak", 30);
        lesson = start(second);
        end(lesson, 40);
        sign(lesson, 27, second);
        sql.update(
                "UPDATE session SET started_at = started_at - INTERVAL 1 HOUR, ended_at = ended_at - INTERVAL 1 HOUR WHERE public_id = ?",
                lesson.substring("/sessions/".length()));
        assertEquals(3 + 30 + 27, reach());
        var third = makeClass("5E Elm", 30);
        lesson = start(third);
        end(lesson, 40);
        sign(lesson, 1, third);
        assertEquals(3 + 30 + 27, reach());
        assertEquals(1, waiting("SIGNER_LOAD"));
    }

    @AfterEach
    void aDaysChildrenAreLimitedFromTomorrow() {
        sql.update("UPDATE plausibility_limit SET day_children = IF(valid_from > UTC_DATE(), 240, 100000)");
    }

    @Test
    void aManagersPaperRegistersOfASchoolWaitForSomebodyOfTheSchool() {
        var colleague = given.member(school.school(), Membership.Part.TEACHER);
        sql.update(
                "UPDATE staff_school SET valid_from = '2026-09-01' WHERE staff_id = ?",
                given.account(colleague).id());
        var manager = given.accountWithoutSchool("example.org", true) + " manager";
        sql.update("UPDATE plausibility_limit SET paper_by_members = 1");
        paper(StaffBrowser.as(manager), classOfSeptember(), 30);
        paper(administrator, classOfSeptember(), 20);
        assertEquals(3 + 20, reach(), "that of the school's own administrator counts at once");
        assertEquals(1, waiting("NOT_OF_SCHOOL"));
        var decision = "/returns-to-confirm/"
                + sql.text(
                        "SELECT s.public_id FROM session s JOIN waiting_return_v w ON w.session_id = s.id WHERE w.school_id = ?",
                        id());
        StaffBrowser.as(manager).get("/returns-to-confirm").then().body(not(containsString(decision)));
        var seen = sql.text(
                "SELECT CONCAT(s.public_id, '.', r.public_id) FROM waiting_return_v w JOIN signed_return r ON r.id = w.return_id"
                        + " JOIN session s ON s.id = w.session_id WHERE w.school_id = ?",
                id());
        StaffBrowser.as(manager)
                .post("/paper-registers?school=" + school.id(), "/returns-to-confirm/confirm", "return", seen)
                .then()
                .statusCode(409);
        assertEquals(3 + 20, reach());
        var member = StaffBrowser.as(colleague + " teacher");
        member.get("/returns-to-confirm").then().body(containsString(decision));
        member.get(decision).then().body(containsString("was not a member of the school’s staff that day"));
        member.post(decision, decision + "/answer", "answer", "right").then().statusCode(303);
        assertEquals(3 + 20 + 30, reach());
    }

    @Test
    void whatTwoPeopleWithdrewOnePersonDoesNotEnterAgain() {
        sql.update("UPDATE plausibility_limit SET again_by_two = 1");
        var classId = classOfSeptember();
        paper(administrator, classId, 20);
        assertEquals(3 + 20, reach());
        sql.update(
                "UPDATE session SET state = 'WITHDRAWN' WHERE id = (SELECT MAX(session_id) FROM session_class k"
                        + " JOIN class_group c ON c.id = k.class_id WHERE c.public_id = ?)",
                classId);
        paper(administrator, classId, 30);
        assertEquals(1, waiting("WITHDRAWN_BEFORE"));
    }

    @AfterEach
    void againByTwoFromTomorrow() {
        sql.update("UPDATE plausibility_limit SET again_by_two = valid_from > UTC_DATE()");
    }

    @AfterEach
    void onlyMembersSignPaperFromTomorrow() {
        sql.update("UPDATE plausibility_limit SET paper_by_members = valid_from > UTC_DATE()");
    }

    private void paper(StaffBrowser by, String classId, int heads) {
        var cells = List.of(
                DateTimeFormatter.ofPattern("d/M/yyyy").format(daysAgo(1)),
                curriculum.current().getFirst().key(),
                sql.text("SELECT name FROM class_group WHERE public_id = ?", classId),
                "" + heads,
                "");
        var fields = new ArrayList<>(List.of("school", school.id()));
        IntStream.range(0, cells.size()).forEach(column -> fields.addAll(List.of("r1-" + column, cells.get(column))));
        by.post("/paper-registers?school=" + school.id(), "/paper-registers", fields.toArray(String[]::new))
                .then()
                .statusCode(303);
    }

    private String classOfSeptember() {
        var classId = makeClass("Honest " + UUID.randomUUID().toString().substring(0, 4), 30);
        sql.update(
                "UPDATE card k JOIN class_group c ON c.id = k.class_id SET k.issued_on = '2026-09-01' WHERE c.public_id = ?",
                classId);
        return classId;
    }

    private ZonedDateTime daysAgo(int days) {
        return ZonedDateTime.now(clock.withZone(London.ZONE))
                .minusDays(days)
                .withHour(10)
                .withMinute(0);
    }

    @Test
    void cardsRetiredAndMadeEachDay() {
        recordRoll(30);
        var classId = makeClass("5C Yew", 27);
        for (int day = 1; day <= 3; day++) {
            aDayPasses();
            sql.update(
                    "UPDATE card k JOIN class_group c ON c.id = k.class_id SET k.retired_on = CURRENT_DATE"
                            + " WHERE c.public_id = ? AND k.retired_on IS NULL",
                    classId);
            for (int card = 0; card < 27; card++) {
                administrator
                        .post("/classes/" + classId, "/classes/" + classId + "/cards")
                        .then()
                        .statusCode(303);
            }
            var lesson = start(classId);
            end(lesson, 40);
            tick(lesson, classId);
        }
        assertEquals(3 + 27, reach(), "three tenths over the roll, and 30, at most");
        assertEquals(2, waiting("OVER_ROLL"));
    }

    @Test
    void cardsForAnOldClassAfterANewOneHasFilledTheSchool() {
        recordRoll(63);
        var old = makeClass("5C Yew", 30);
        makeClass("5D Oak", 30);
        sql.update(
                "UPDATE card k JOIN class_group c ON c.id = k.class_id SET k.issued_at = k.issued_at - INTERVAL 1 HOUR"
                        + " WHERE c.school_id = ?",
                id());
        for (int card = 0; card < 30; card++) {
            administrator
                    .post("/classes/" + old, "/classes/" + old + "/cards")
                    .then()
                    .statusCode(303);
        }
        var lesson = start(old);
        end(lesson, 40);
        sign(lesson, 60, old);
        assertWaits(lesson, "OVER_ROLL", 60);
    }

    @Test
    void tenClassesInOneSessionOfTwelveMinutes() {
        recordRoll(303);
        var classes = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> makeClass("Class " + number, 30))
                .toList();
        var lesson = start(classes.toArray(String[]::new));
        end(lesson, 12);
        sign(lesson, 30, classes.toArray(String[]::new));
        assertWaits(lesson, "SIGNER_LOAD", 300);
    }

    @Test
    void tenClassesInTenSessionsAtTheSameTime() {
        recordRoll(303);
        var classes = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> makeClass("Class " + number, 30))
                .toList();
        var lessons = classes.stream().map(this::start).toList();
        for (int i = 0; i < 3; i++) {
            end(lessons.get(i), 40);
            sign(lessons.get(i), 30, classes.get(i));
        }
        assertEquals(3, reach());
        assertEquals(3, waiting("SIGNER_LOAD"));
    }

    @Test
    void aColleagueInvitedAMinuteAgoCannotConfirmAndAnEarlierOneCan() {
        var earlier = given.member(school.school(), Membership.Part.TEACHER);
        sql.update(
                "UPDATE staff_school SET valid_from = '2026-09-01' WHERE staff_id = ?",
                given.account(earlier).id());
        var invited = given.accountWithoutSchool("example.org", true);
        var email = given.account(invited).email();
        administrator
                .post(school.page(), "/people/invitations", "school", school.id(), "name", "Una", "email", email)
                .then()
                .statusCode(303);
        var link = given.linkTo(email);
        StaffBrowser.as(invited + " teacher")
                .post(link + "/mine", link + "/mine")
                .then()
                .statusCode(303);
        var ghosts = makeClass("Ghost 60", 60);
        var lesson = start(ghosts);
        end(lesson, 0);
        sign(lesson, 60, ghosts);
        assertCannotConfirm(invited, lesson);
        sql.update(
                "UPDATE staff_school SET valid_from = '2026-09-01' WHERE staff_id = ?",
                given.account(invited).id());
        assertCannotConfirm(invited, lesson);
        assertCannotConfirm(school.administrator(), lesson);
        var decision = lesson.replace("/sessions/", "/returns-to-confirm/");
        StaffBrowser.as(earlier + " teacher")
                .post(decision, decision + "/answer", "answer", "right")
                .then()
                .statusCode(303);
        assertEquals(63, reach());
    }

    private void assertCannotConfirm(String username, String lesson) {
        StaffBrowser.as(username + " teacher")
                .post(lesson + "/return", lesson + "/return/confirm")
                .then()
                .statusCode(409);
        assertEquals(3, reach());
    }

    private void assertWaits(String lesson, String grounds, int children) {
        assertEquals(3, reach());
        administrator.get(lesson + "/return").then().body(containsString("Thank you, your return is saved"));
        assertEquals(
                children,
                sql.number("SELECT children FROM waiting_return_v WHERE school_id = ? AND grounds = ?", id(), grounds));
    }

    private long waiting(String ground) {
        return sql.number(
                "SELECT COUNT(*) FROM waiting_return_v WHERE school_id = ? AND FIND_IN_SET(?, grounds)", id(), ground);
    }

    /** The school's reach this year, as the headline adds it up. */
    private long reach() {
        return sql.number(
                "SELECT COALESCE(SUM(own_lower), 0) FROM school_total WHERE school_id = ? AND term_key = 'year' AND band_key = 'all'",
                id());
    }

    private long id() {
        return school.school().id();
    }

    private void recordRoll(int roll) {
        recordRoll(roll, "2026-09-01");
    }

    private void recordRoll(int roll, String day) {
        for (var manager : List.of("One", "Another")) {
            sql.update(
                    "INSERT INTO school_roll (school_id, as_of, roll, source, recorded_by, recorded_at) VALUES (?, ?, ?, 'given', ?, now(6))",
                    id(),
                    day,
                    roll,
                    manager);
        }
    }

    private void aDayPasses() {
        sql.update(
                "UPDATE card k JOIN class_group c ON c.id = k.class_id SET k.issued_on = k.issued_on - INTERVAL 1 DAY,"
                        + " k.retired_on = k.retired_on - INTERVAL 1 DAY WHERE c.school_id = ?",
                id());
        sql.update(
                "UPDATE session SET started_at = started_at - INTERVAL 1 DAY, ended_at = ended_at - INTERVAL 1 DAY,"
                        + " local_date = local_date - INTERVAL 1 DAY WHERE school_id = ?",
                id());
    }

    private String makeClass(String name, int children) {
        administrator
                .post("/classes/new", "/classes", "name", name, "year", "5", "children", "" + children)
                .then()
                .statusCode(303);
        return sql.text("SELECT public_id FROM class_group WHERE school_id = ? AND name = ?", id(), name);
    }

    private String start(String... classes) {
        return entered("/sessions/new", "/sessions/start", List.of("devices", "no"), classes);
    }

    private String taughtBefore(String ofClass, ZonedDateTime from) {
        LocalDate day = from.toLocalDate();
        return entered(
                "/sessions/past",
                "/sessions/past",
                List.of(
                        "day",
                        "" + day.getDayOfMonth(),
                        "month",
                        "" + day.getMonthValue(),
                        "year",
                        "" + day.getYear(),
                        "time",
                        DateTimeFormatter.ofPattern("HH:mm").format(from),
                        "minutes",
                        "40"),
                ofClass);
    }

    private String entered(String page, String to, List<String> more, String... classes) {
        var fields = new ArrayList<>(List.of(
                "key",
                "k" + UUID.randomUUID().toString().substring(0, 20),
                "module",
                curriculum.current().getFirst().key(),
                "other-band",
                "yes"));
        fields.addAll(more);
        for (var each : classes) {
            fields.addAll(List.of("class", each));
        }
        return administrator
                .post(page, to, fields.toArray(String[]::new))
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll("^.*(?=/sessions/)", "")
                .replaceAll("/register$", "");
    }

    private void end(String lesson, int minutes) {
        sql.update(
                "UPDATE session SET started_at = started_at - INTERVAL ? MINUTE WHERE public_id = ?",
                minutes,
                lesson.replace("/sessions/", ""));
        administrator.post(lesson, lesson + "/end").then().statusCode(303);
    }

    /** Signs for all 27 cards in force of a class, ticked from its list. */
    private void tick(String lesson, String ofClass) {
        var shown = sql.text(
                "SELECT GROUP_CONCAT(k.number) FROM card k JOIN class_group c ON c.id = k.class_id"
                        + " WHERE c.public_id = ? AND k.retired_on IS NULL",
                ofClass);
        administrator
                .post(
                        lesson + "/register",
                        lesson + "/register/sign",
                        "heads-" + ofClass,
                        "27",
                        "kept-" + ofClass,
                        "cards",
                        "shown-" + ofClass,
                        shown)
                .then()
                .statusCode(303);
    }

    private void sign(String lesson, int heads, String... classes) {
        var fields = new ArrayList<String>();
        for (var each : classes) {
            fields.addAll(List.of("heads-" + each, "" + heads, "kept-" + each, "heads"));
        }
        administrator
                .post(lesson + "/register", lesson + "/register/sign", fields.toArray(String[]::new))
                .then()
                .statusCode(303);
    }
}
