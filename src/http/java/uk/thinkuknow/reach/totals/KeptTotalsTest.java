package uk.thinkuknow.reach.totals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.attendance.returns.PastReturn;
import uk.thinkuknow.attendance.returns.ReturnImporter;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.counting.DatabaseHistory;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.report.NaiveCount;
import uk.thinkuknow.reach.report.RandomHistory;
import uk.thinkuknow.reach.report.ReachTotals;
import uk.thinkuknow.reach.report.SingleTransactionDataSource;
import uk.thinkuknow.reach.report.TotalsHistoryTest;
import uk.thinkuknow.schools.school.NewSchool;
import uk.thinkuknow.schools.school.SchoolService;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests on a real database that the kept totals follow each signed return, and that a check finds and a rebuild
 * corrects differences.
 */
@QuarkusTest
class KeptTotalsTest {
    private static final int HISTORIES = 120;

    @Inject
    @io.quarkus.agroal.DataSource("reports")
    DataSource database;

    @Inject
    ReachTotals totals;

    @Inject
    TotalsService service;

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

    /** In one transaction that is rolled back, so that other tests never see these schools. */
    @Test
    void keptTotalsEqualANaiveCountAlsoAfterARebuildOfBrokenTotals() throws SQLException {
        taught(5);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                keepAndRebuild(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void keepAndRebuild(Connection connection) throws SQLException {
        var inside = SingleTransactionDataSource.of(connection);
        var stored = new ArrayList<DatabaseHistory>();
        for (int i = 0; i < HISTORIES; i++) {
            stored.add(new DatabaseHistory(connection, new RandomHistory(i), "h" + i + "-"));
        }
        assertAllAsTheRulesSay(inside, stored);
        var listed = new ArrayList<String>();
        new TotalsRebuild(inside, true, progress -> {}, listed::add).run();
        assertEquals(
                List.of(),
                listed.stream()
                        .filter(line -> stored.stream().anyMatch(each -> each.isIn(line)))
                        .toList());
        change(connection, "DELETE FROM school_total WHERE school_id MOD 2 = 0");
        change(connection, "UPDATE class_total SET at_end_upper = at_end_upper + 1 WHERE class_id MOD 3 = 0");
        new TotalsRebuild(inside, true, progress -> {}, listed::add).run();
        assertAllAsTheRulesSay(inside, stored);
    }

    private static void assertAllAsTheRulesSay(DataSource inside, List<DatabaseHistory> stored) {
        var lines = new PeriodQueries(inside);
        var places = new PlacesCache(inside, lines, new DaysQueries(inside));
        var totals = new ReachTotals(inside, lines, places, new SchoolTotalsCache());
        var figures = new ArrayList<TreeMap<String, int[]>>();
        stored.forEach(each -> figures.add(new TreeMap<>()));
        for (var year : RandomHistory.YEARS) {
            for (var period : ClassTotals.periods(year)) {
                var read = totals.read(period, Scope.PROGRAMME, EnumSet.of(RowKind.SCHOOL, RowKind.REGION));
                for (int i = 0; i < stored.size(); i++) {
                    stored.get(i).read(period, read.sums(), figures.get(i));
                }
            }
        }
        for (int i = 0; i < stored.size(); i++) {
            var naive = NaiveCount.of(stored.get(i).history(), NaiveCount.Bug.NONE);
            naive.keySet().removeIf(name -> !name.contains(" school ") && !name.contains(" region "));
            assertEquals("", TotalsHistoryTest.difference(figures.get(i), naive), "history " + i);
        }
    }

    @Test
    void aCheckListsTheDifferencesAndARebuildCorrectsThem() throws SQLException {
        service.rebuild(progress -> {}, difference -> {});
        assertEquals(0, service.check(progress -> {}, difference -> {}).differences());
        var taught = taught(10);
        sign(session(taught), taught, CardSet.of(List.of(1, 2, 3)));
        change("UPDATE class_total SET own_lower = 9 WHERE term_key = 'year' AND class_id = " + taught.classId());
        change("DELETE FROM class_week WHERE class_id = " + taught.classId());
        change("DELETE FROM school_total WHERE term_key = 'year' AND school_id = " + taught.school());
        var differences = new ArrayList<String>();
        var progress = new ArrayList<TotalsRebuild.Progress>();
        service.check(progress::add, differences::add);
        assertEquals(2 + 1 + 2, differences.size(), differences::toString);
        assertTrue(
                differences.stream().anyMatch(line -> line.contains("own lower 9") && line.contains("own lower 3")),
                differences::toString);
        assertTrue(progress.getLast().done() == progress.getLast().all(), progress::toString);
        service.rebuild(each -> {}, each -> {});
        assertEquals(0, service.check(each -> {}, each -> {}).differences());
        assertEquals(3, inRegionOf(taught).own().lower());
    }

    @Test
    void anInterruptedRebuildResumesAfterItsLastBatch() throws SQLException {
        service.rebuild(progress -> {}, difference -> {});
        var before = taught(5);
        var after = taught(5);
        sign(session(before), before, CardSet.of(List.of(1)));
        sign(session(after), after, CardSet.of(List.of(1)));
        change("UPDATE class_total SET own_upper = 99 WHERE class_id IN (" + before.classId() + ", " + after.classId()
                + ")");
        change("UPDATE totals_rebuild SET at_year = '2026-27', at_class = " + before.classId());
        var listed = new ArrayList<String>();
        service.rebuild(progress -> {}, listed::add);
        assertTrue(
                listed.stream().anyMatch(line -> line.contains("class id " + after.classId() + ",")), listed::toString);
        assertTrue(
                listed.stream().noneMatch(line -> line.contains("class id " + before.classId() + ",")),
                listed::toString);
        service.rebuild(progress -> {}, difference -> {});
        assertEquals(0, service.check(progress -> {}, difference -> {}).differences());
    }

    @Test
    void returnsSignedAtTheSameTimeAreAllCounted() {
        var taught = taught(30);
        for (int round = 0; round < 5; round++) {
            var signing = new ArrayList<CompletableFuture<Void>>();
            for (int i = 1; i <= 3; i++) {
                long session = session(taught);
                var card = CardSet.of(List.of(3 * round + i));
                signing.add(CompletableFuture.runAsync(() -> sign(session, taught, card)));
            }
            signing.forEach(CompletableFuture::join);
        }
        assertEquals(15, inRegionOf(taught).own().lower());
        assertEquals(15, inRegionOf(taught).sessions());
        assertEquals(List.of(), differencesOf(taught.classId()));
    }

    @Test
    void returnsSignedDuringARebuildAreAllCounted() {
        var taught = taught(30);
        var rebuild = CompletableFuture.runAsync(() -> service.rebuild(progress -> {}, difference -> {}));
        for (int card = 1; card <= 10; card++) {
            sign(session(taught), taught, CardSet.of(List.of(card)));
        }
        rebuild.join();
        assertEquals(10, inRegionOf(taught).own().lower());
        assertEquals(List.of(), differencesOf(taught.classId()));
    }

    @Test
    void figuresMoveToAnotherRegionAsSoonAsTheSchoolDoes() throws SQLException {
        var taught = taught(5);
        var other = taught(5);
        sign(session(taught), taught, CardSet.of(List.of(1, 2)));
        assertEquals(2, inRegionOf(taught).own().lower());
        assertEquals(0, inRegionOf(other).own().lower());
        change("UPDATE school_area SET authority_key = '" + other.key() + "' WHERE school_id = " + taught.school());
        assertEquals(0, inRegionOf(taught).own().lower());
        assertEquals(2, inRegionOf(other).own().lower());
    }

    private List<String> differencesOf(long classId) {
        var differences = new ArrayList<String>();
        service.check(progress -> {}, difference -> {
            if (difference.contains("class id " + classId + ",")) {
                differences.add(difference);
            }
        });
        return differences;
    }

    private Figures inRegionOf(Taught taught) {
        return totals.read(new Period("2026-27", null), Scope.region(taught.key()), Set.of(RowKind.SCHOOL))
                .sums()
                .total();
    }

    /** A class of a school in its own region; the key is that of the region and the user name of its teacher. */
    private record Taught(String key, long school, long classId) {}

    @Transactional
    Taught taught(int cards) {
        var key = "k" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        schools.addRegion(key, "england", "Region " + key);
        schools.addAuthority(key, key, "Authority " + key);
        var from = LocalDate.of(2026, 9, 1);
        var school = schools.addSchool(
                new NewSchool(null, "School " + key, "Givenham", "GV1 1GV", "primary", 400, key, from));
        people.join(key, "Tessa " + key, school.id(), null);
        return new Taught(
                key,
                school.id(),
                schools.addClass(school.id(), "2026-27", "5B Rowan", "8-10", Set.of(2020), cards, from)
                        .id());
    }

    @Transactional
    long session(Taught taught) {
        return pastSessions
                .deliver(new PastSession(
                        people.byUsername(taught.key()).orElseThrow(),
                        taught.school(),
                        curriculum.current().getFirst().versionId(),
                        true,
                        Instant.parse("2026-11-04T09:00:00Z"),
                        Duration.ofMinutes(50),
                        List.of(new PastSession.PastClass(taught.classId(), null))))
                .id();
    }

    private void sign(long session, Taught taught, CardSet here) {
        elsewhere.signPast(new PastReturn(
                session,
                "Tessa",
                Instant.parse("2026-11-04T12:00:00Z"),
                List.of(new PastReturn.ClassMarks(taught.classId(), here, CardSet.NONE, 0, 0, 0))));
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection()) {
            change(connection, sql);
        }
    }

    private static void change(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
