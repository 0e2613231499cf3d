package uk.thinkuknow.attendance.paper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.ConcurrentChange;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.London;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.calendars.GivenSchoolDays;
import uk.thinkuknow.schools.school.NewSchool;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the page for entering paper registers, typed or from a file. */
@QuarkusTest
class PaperRegisterResourceTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy");
    private static final String PAGE = "/paper-registers";

    @Inject
    SchoolService schools;

    @Inject
    GivenSchoolDays days;

    @Inject
    PeopleService people;

    @Inject
    CurriculumService curriculum;

    @Inject
    EntityManager database;

    @Inject
    DataSource source;

    @Inject
    Clock clock;

    @Test
    void everyRowBecomesADeliveredSessionWithAReturnOfGradesBAndC() {
        var school = school();
        var rows = List.of(
                row(0, "5B Rowan", "27", ""), row(1, "5B Rowan", "28", "1-20"), row(0, "6A Maple", "", "1-5, 9"));
        school.send("/check", rows)
                .then()
                .statusCode(200)
                .body(containsString("<b>3 registers</b> would be entered, with 61 children"))
                .body(containsString("20 from the list (B), 8 by heads (C)"));
        assertEquals(0, school.number("select count(*) from session where school_id = %d"));
        school.send("", rows).then().statusCode(303).header("Location", endsWith("/sessions"));
        assertEquals(
                3,
                school.number(
                        "select count(*) from session where school_id = %d and returned_at is not null and not devices"));
        assertEquals(61, school.number("select sum(heads) from return_line where school_id = %d"));
        assertEquals(35, school.number("select sum(unnamed) from return_line where school_id = %d"));
        assertEquals(26, school.number("select sum(bit_count(named_b_low)) from return_line where school_id = %d"));
        assertEquals(
                3,
                school.number(
                        "select count(*) from signed_return r join session s on s.id = r.session_id where s.school_id = %d and r.source = 'PAPER' and r.signed_by = 'Administrator'"));
        var id = school.text("select public_id from session where school_id = %d order by id limit 1");
        StaffBrowser.as(school.manager())
                .get("/reach/sessions/" + id)
                .then()
                .body(containsString("Entered from a paper register"))
                .body(containsString("ntered a paper register and signed it"));
    }

    @Test
    void aLessonOfTodayIsOverWhenItsRegisterIsEntered() {
        var school = school();
        school.send("", List.of(row(0, "5B Rowan", "27", ""), row(1, "5B Rowan", "27", "")))
                .then()
                .statusCode(303);
        assertEquals(
                0,
                school.number(
                        "select count(*) from session where school_id = %d and started_at > utc_timestamp(6) and local_date = current_date"));
        assertEquals(
                1,
                school.number(
                        "select count(*) from session where school_id = %d and time(started_at) in ('11:00:00', '12:00:00') and local_date < current_date"));
    }

    /** Its children are counted at the school that took over its classes. */
    @Test
    void aSchoolThatHasClosedEntersNoLessonOfLaterDays() {
        var school = school();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update school set status = 'closed', closed_on = '"
                                + London.today(clock).minusDays(1) + "' where id = " + school.id)
                        .executeUpdate());
        school.send("", List.of(row(0, "5B Rowan", "27", "")))
                .then()
                .statusCode(422)
                .body(containsString("The national register says that the school had closed by"));
        school.send("", List.of(row(1, "5B Rowan", "27", ""))).then().statusCode(303);
    }

    @Test
    void errorsAreShownByRowAndCellAndNothingIsEntered() {
        var school = school();
        var tomorrow = London.today(clock).plusDays(1);
        var rows = List.of(
                row(0, "5B Rowan", "27", ""),
                List.of(DAY.format(tomorrow), lesson(), "5B Rowan", "20", ""),
                List.of("4/11/1999", lesson(), "5B Rowan", "20", ""),
                List.of("soon", "No such lesson", "7Z", "many", "x"),
                row(0, "6A Maple", "31", ""),
                row(1, "6A Maple", "3", "1-5"),
                row(2, "6A Maple", "", "33"));
        school.send("", rows)
                .then()
                .statusCode(422)
                .body(containsString("Row 2, Date: "))
                .body(containsString("is still to come"))
                .body(containsString("Row 3, Date: No term is known"))
                .body(containsString("Row 4, Date: “soon” is no day"))
                .body(containsString("Row 4, Lesson: “No such lesson”"))
                .body(containsString("Row 4, Heads: “many”"))
                .body(containsString(
                        "Row 5, Heads: 6A Maple had 30 cards in force on that day, so not 31 heads: add cards"))
                .body(containsString("Row 6, Heads: 5 cards are ticked, so there were not 3 heads"))
                .body(containsString("Row 7, Cards ticked: 6A Maple had no card 33"))
                .body(containsString("href=\"#r5-3\""))
                .body(containsString("value=\"many\""))
                .body(containsString("value=\"No such lesson\""));
        assertEquals(0, school.number("select count(*) from session where school_id = %d"));
    }

    @Test
    void theSameLessonOfAClassOnADayIsEnteredOnlyOnce() throws Exception {
        var school = school();
        var once = List.of(row(0, "5B Rowan", "27", ""));
        school.send("", List.of(once.getFirst(), row(0, "5b  rowan", "20", "")))
                .then()
                .statusCode(422)
                .body(containsString("Row 1 has the same lesson for 5B Rowan on that day"));
        var first = CompletableFuture.supplyAsync(() -> school.send("", once).statusCode());
        var second = CompletableFuture.supplyAsync(() -> school.send("", once).statusCode());
        assertEquals(
                List.of(303, 422),
                List.of(first.get(), second.get()).stream().sorted().toList());
        school.send("", once).then().statusCode(422).body(containsString("already: it is entered"));
        assertEquals(1, school.number("select count(*) from session where school_id = %d"));
    }

    @Test
    void aFileIsShownRowByRowBeforeAnythingIsEnteredAndOneWithoutAHeadingIsRefused() {
        var school = school();
        var administrator = StaffBrowser.as(school.administrator());
        administrator
                .get(PAGE + "/template.csv")
                .then()
                .statusCode(200)
                .body(containsString(",,5B Rowan,,"))
                .header("Content-Disposition", containsString("paper-registers.csv"));
        var file = "Date,Lesson,Class,Heads,Cards ticked\n" + String.join(",", row(0, "5B Rowan", "27", ""))
                + "\n,,6A Maple,,\n";
        administrator
                .upload(PAGE, PAGE + "/file", "file", "r.csv", file.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .body(containsString("<b>1 register</b> would be entered, with 27 children"))
                .body(containsString("value=\"5B Rowan\""));
        administrator
                .upload(PAGE, PAGE + "/file", "file", "r.csv", "Date\n1/1/2026".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body(containsString("has no heading “Lesson”"));
        assertEquals(0, school.number("select count(*) from session where school_id = %d"));
    }

    @Test
    void onlyTheSchoolsAdministratorAndManagersOfItsAreaCanEnterPaperRegisters() {
        var school = school();
        var other = school();
        StaffBrowser.as(school.teacher())
                .get(PAGE)
                .then()
                .statusCode(409)
                .body(containsString("your school’s administrator, or by a manager"));
        StaffBrowser.as(other.manager())
                .get(PAGE + "?school=" + school.publicId())
                .then()
                .statusCode(404);
        StaffBrowser.as(school.manager())
                .get(PAGE + "?school=" + school.publicId())
                .then()
                .statusCode(200)
                .body(containsString("Enter paper registers"));
        var fields = fields(List.of(row(0, "5B Rowan", "27", "")));
        fields.addAll(List.of("school", school.publicId()));
        StaffBrowser.as(school.manager())
                .post(PAGE + "?school=" + school.publicId(), PAGE, fields.toArray(String[]::new))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/reach/schools/" + school.publicId()));
        assertEquals(27, school.number("select sum(heads) from return_line where school_id = %d"));
        StaffBrowser.as(other.administrator())
                .post(PAGE, PAGE, fields.toArray(String[]::new))
                .then()
                .statusCode(303);
        assertEquals(27, school.number("select sum(heads) from return_line where school_id = %d"), "unchanged");
    }

    @Test
    void amendingAPaperRegisterTwentyMinutesLaterNeedsASecondSignature() {
        var school = school();
        school.send("", List.of(row(0, "5B Rowan", "27", ""))).then().statusCode(303);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update signed_return set signed_at = signed_at - interval 20 minute where session_id in (select id from session where school_id = "
                                        + school.id + ")")
                        .executeUpdate());
        var page = "/sessions/" + school.text("select public_id from session where school_id = %d");
        var classId = school.text("select public_id from class_group where school_id = %d and name = '5B Rowan'");
        var administrator = StaffBrowser.as(school.administrator());
        administrator.post(page + "/return", page + "/return/amend").then().statusCode(303);
        administrator.get(page + "/register").then().body(containsString("You are amending a signed return."));
        var fields = new String[] {"heads-" + classId, "25", "kept-" + classId, "heads", "why", "Two left early."};
        administrator
                .post(page + "/register", page + "/register/sign", fields)
                .then()
                .statusCode(303);
        assertEquals(27, school.number("select sum(heads) from return_line where school_id = %d"));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update staff_school set valid_from = '2020-09-01' where school_id = " + school.id)
                        .executeUpdate());
        StaffBrowser.as(school.teacher())
                .post(page + "/change", page + "/change/sign")
                .then()
                .statusCode(303);
        assertEquals(25, school.number("select sum(heads) from return_line where school_id = %d"));
    }

    @Test
    void enteringSucceedsWhileSomebodySignsAtTheSameSchool() throws Exception {
        var school = school();
        school.send("", List.of(row(1, "5B Rowan", "28", ""))).then().statusCode(303);
        var both = List.of(row(0, "5B Rowan", "27", ""), row(0, "6A Maple", "26", ""));
        ConcurrentChange.duringRecount(source, school.id, () -> school.send("", both))
                .then()
                .statusCode(303);
        assertEquals(81, school.number("select sum(heads) from return_line where school_id = %d"));
        assertEquals(3, school.number("select count(*) from session where school_id = %d"), "each of them once");
    }

    @Test
    void addingRowsKeepsTheTypedText() {
        var school = school();
        school.send("/more", List.of(List.of("4/11", "x", "", "", "")))
                .then()
                .statusCode(200)
                .body(containsString("value=\"4/11\""))
                .body(containsString("id=\"r11-0\""))
                .body(not(containsString("There is a problem")));
    }

    private List<String> row(int daysAgo, String className, String heads, String cards) {
        return List.of(
                DAY.format(London.today(clock).minusDays(daysAgo)),
                lesson(),
                className,
                heads,
                cards.replace(",", " "));
    }

    private String lesson() {
        return curriculum.current().getFirst().key();
    }

    private static List<String> fields(List<List<String>> rows) {
        var fields = new ArrayList<String>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                fields.add("r" + (row + 1) + "-" + column);
                fields.add(rows.get(row).get(column));
            }
        }
        return fields;
    }

    private final class School {
        private final String key = "e" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        private long id;
        private String publicId = "";

        String administrator() {
            return "a" + key + " teacher";
        }

        String teacher() {
            return "t" + key + " teacher";
        }

        String manager() {
            return "m" + key + " manager";
        }

        String publicId() {
            return publicId;
        }

        Response send(String action, List<List<String>> rows) {
            return StaffBrowser.as(administrator())
                    .post(PAGE, PAGE + action, fields(rows).toArray(String[]::new));
        }

        long number(String sql) {
            return Long.parseLong(text(sql));
        }

        String text(String sql) {
            return QuarkusTransaction.requiringNew()
                    .call(() -> String.valueOf(
                            database.createNativeQuery(sql.formatted(id)).getSingleResult()));
        }
    }

    private School school() {
        var given = new School();
        QuarkusTransaction.requiringNew().run(() -> {
            schools.addRegion(given.key, "england", "Region " + given.key);
            schools.addAuthority(given.key, given.key, "Authority " + given.key);
            var school = schools.addSchool(new NewSchool(
                    null, "School " + given.key, "Givenham", "GV1 1GV", "primary", 400, given.key, FIRST_DAY));
            given.id = school.id();
            days.openAlways(school.id());
            given.publicId = school.publicId().value();
            for (var name : List.of("5B Rowan", "6A Maple")) {
                schools.addClass(school.id(), "2026-27", name, "8-10", Set.of(2021), 30, FIRST_DAY);
            }
            people.join("a" + given.key, "Administrator", school.id(), null);
            people.join("t" + given.key, "Teacher", school.id(), null);
            people.join("m" + given.key, "Manager", null, given.key);
        });
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update staff_school set part = 'ADMINISTRATOR' where staff_id = (select id from staff where username = 'a"
                                        + given.key + "')")
                        .executeUpdate());
        return given;
    }
}
