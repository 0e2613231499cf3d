package uk.thinkuknow.operations.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.attendance.returns.GivenCountedReturns;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the retention rules: who runs them, what they delete, and that no figure changes. */
@QuarkusTest
class RetentionJobTest {
    private static final StaffBrowser ADA = StaffBrowser.as("ada administrator");
    private static final String RUN = "/retention/answers/run";

    @Inject
    GivenSchool schools;

    @Inject
    GivenCountedReturns counted;

    @Inject
    RetentionRuns runs;

    @Inject
    PeopleService people;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Test
    void oldSeatsAnswersAndRoomsAreDeletedOnceConfirmedAndNoFigureChanges() throws SQLException {
        var session = anOldLessonWithSeats(25);
        var before = figures();
        ADA.get("/retention").then().statusCode(200).body(containsString("name=\"sure\""));
        assertEquals(422, ADA.post("/retention", RUN).statusCode(), "without confirmation");
        assertEquals(List.of(25L, 25L, 1L), left(session));
        assertEquals(303, ADA.post("/retention", RUN, "sure", "yes").statusCode());
        assertEquals(List.of(0L, 0L, 0L), left(session));
        assertEquals(before, figures());
        var run = QuarkusTransaction.requiringNew()
                .call(() -> runs.lastOf("answers", 1).getFirst());
        assertTrue(run.isOver() && run.removed() >= 1, "what was removed is written down");
        assertEquals("ada", run.begunBy());
        ADA.post("/retention", RUN, "sure", "yes");
        var second = QuarkusTransaction.requiringNew()
                .call(() -> runs.lastOf("answers", 1).getFirst());
        assertEquals(0, second.removed(), "twice is once");
        assertEquals(before, figures());
    }

    @Test
    void onlyAnAdministratorRunsARuleAndOnlyOneThatExists() {
        assertEquals(
                403,
                StaffBrowser.as("aud auditor")
                        .post("/retention", RUN, "sure", "yes")
                        .statusCode());
        assertEquals(
                404,
                ADA.post("/safeguards", "/retention/everything/run", "sure", "yes")
                        .statusCode());
    }

    @Test
    void thePageListsTheTenRules() {
        var page = ADA.get("/retention").asString();
        for (var rule : List.of(
                "account-orders",
                "answers",
                "discarded-drafts",
                "invitations",
                "lesson-files",
                "letters",
                "professionals",
                "waiting-notes",
                "webhook-calls",
                "worries")) {
            assertTrue(page.contains("id=\"rule-" + rule + "\""), rule);
        }
    }

    @Test
    void aFutureRuleIsNotShownAsHoldingAlready() {
        var page = ADA.get("/retention").asString();
        var day = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
        var found = Pattern.compile("Holds (since|from) (\\d+ \\w+ \\d+)\\.").matcher(page);
        int rules = 0;
        for (; found.find(); rules++) {
            var comes = LocalDate.parse(found.group(2), day).isAfter(London.today(clock));
            assertEquals(comes ? "from" : "since", found.group(1), found.group());
        }
        assertEquals(10, rules);
    }

    @Test
    void aFailingRuleIsRecordedAndDelaysNoOtherWhichRunsOnceANight() {
        var removed = new ArrayList<Integer>(List.of(7, 5));
        var night = new RetentionJob(
                List.of(
                        new Rule("a-broken", () -> {
                            throw new IllegalStateException("the table is away");
                        }),
                        new Rule("b-whole", () -> removed.isEmpty() ? 0 : removed.removeFirst())),
                runs,
                people,
                Clock.offset(clock, Duration.ofDays(40_000)));
        night.nightly();
        var broken = QuarkusTransaction.requiringNew().call(() -> runs.lastOf("a-broken", 5));
        assertEquals(
                "IllegalStateException: the table is away", broken.getFirst().problem());
        var whole = QuarkusTransaction.requiringNew().call(() -> runs.lastOf("b-whole", 5));
        assertEquals(12, whole.getFirst().removed());
        night.nightly();
        assertEquals(
                1,
                QuarkusTransaction.requiringNew()
                        .call(() -> runs.lastOf("b-whole", 5))
                        .size(),
                "once a night");
    }

    @Test
    void aRuleWhoseRunDidNotEndRunsAgainInTheSameNight() {
        var night = Clock.offset(clock, Duration.ofDays(40_001));
        var left = new ArrayList<Integer>(List.of(3));
        QuarkusTransaction.requiringNew().run(() -> runs.persist(new RetentionRun("c-cut-off", null, night.instant())));
        new RetentionJob(
                        List.of(new Rule("c-cut-off", () -> left.isEmpty() ? 0 : left.removeFirst())),
                        runs,
                        people,
                        night)
                .nightly();
        assertEquals(List.of(), left);
    }

    /** A retention rule whose deletions the test supplies. */
    private record Rule(String key, java.util.function.IntSupplier some) implements RetentionRule {
        @Override
        public Terms terms() {
            return new Terms(key, "Given", "given", 1, "Given.", LocalDate.EPOCH);
        }

        @Override
        public long due() {
            return 0;
        }

        @Override
        public int deleteSome() {
            return some.getAsInt();
        }
    }

    private long anOldLessonWithSeats(int children) throws SQLException {
        var taught = schools.withClassOf(3);
        counted.lesson(taught.school(), London.today(clock).minusDays(40), children);
        long session = number("select max(id) from session where school_id = "
                + taught.school().id());
        run("insert into room (session_id, code_hash, code_serial, open_until, state, sharing, revision) values ("
                + session + ", unhex(sha2('" + session + "', 256)), 0, utc_timestamp(6), 'OPEN', 0, 0)");
        run("""
                insert into seat (session_id, class_id, card_number, seat_key, generation, taken_at)
                select s.id, c.class_id, k.number, unhex(md5(concat(s.id, '-', k.number))), 1, s.started_at
                from session s join session_class c on c.session_id = s.id join card k on k.class_id = c.class_id
                where s.id = %d and k.number <= %d""".formatted(session, children));
        run("""
                insert into event (seat_id, event_key, generation, kind, step, at)
                select id, seat_key, 1, 'viewed', 'welcome', taken_at from seat where session_id = %d""".formatted(session));
        return session;
    }

    private List<Long> left(long session) throws SQLException {
        return List.of(
                number("select count(*) from seat where session_id = " + session),
                number("select count(*) from event where event_key in ("
                        + IntStream.rangeClosed(1, 30)
                                .mapToObj(card -> "unhex(md5('" + session + "-" + card + "'))")
                                .collect(Collectors.joining(","))
                        + ")"),
                number("select count(*) from room where session_id = " + session));
    }

    /** The checksum of every table of figures, and the reach as it is reported. */
    private List<String> figures() throws SQLException {
        var figures = new ArrayList<String>();
        for (var table : List.of(
                "signed_return", "return_line", "superseded_line", "class_total", "class_week", "school_total")) {
            try (var db = database.getConnection();
                    var asked = db.createStatement();
                    var row = asked.executeQuery("checksum table " + table)) {
                row.next();
                figures.add(table + " " + row.getString(2));
            }
        }
        figures.add(StaffBrowser.as("mina manager")
                .get("/api/reach?year=2026-27&by=school")
                .asString()
                .replaceAll("\"asAt\":\"[^\"]*\"", ""));
        return figures;
    }

    private long number(String sql) throws SQLException {
        try (var db = database.getConnection();
                var asked = db.createStatement();
                var row = asked.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var db = database.getConnection()) {
            Sql.update(db, sql, List.of());
        }
    }
}
