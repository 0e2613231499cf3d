package uk.thinkuknow.reach.totals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.Sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests that the cache of class values reads again only the classes counted since its last read, also those counted by
 * another instance.
 */
@QuarkusTest
class ChangeCounterCacheTest {
    private static final long ONE = ThreadLocalRandom.current().nextLong(1L << 40);
    private static final long OTHER = ONE + 1;
    private static int years = ThreadLocalRandom.current().nextInt(99_000);

    @Inject
    DataSource database;

    private final String year = "y" + ++years;
    private final List<List<Long>> readings = new ArrayList<>();
    private final ChangeCounterCache<String> changeCounterCache = new ChangeCounterCache<>("class");
    private final ChangeCounterCache<String> ofAnotherInstance = new ChangeCounterCache<>("class");

    @BeforeEach
    void bothAreCounted() throws SQLException {
        counted(ONE);
        counted(OTHER);
    }

    @Test
    void allClassesAreReadOnceAndThenOnlyThoseCountedSince() throws SQLException {
        assertEquals(Map.of(ONE, "1", OTHER, "1"), now(changeCounterCache));
        assertEquals(Map.of(ONE, "1", OTHER, "1"), now(changeCounterCache));
        counted(ONE);
        assertEquals(Map.of(ONE, "2", OTHER, "1"), now(changeCounterCache));
        assertEquals(Map.of(ONE, "2", OTHER, "1"), now(changeCounterCache));
        assertEquals(2, readings.size());
        assertEquals(List.of(ONE), readings.getLast());
    }

    @Test
    void theCachesOfBothInstancesSeeACount() throws SQLException {
        now(changeCounterCache);
        now(ofAnotherInstance);
        counted(OTHER);
        assertEquals("2", now(ofAnotherInstance).get(OTHER));
        assertEquals("2", now(changeCounterCache).get(OTHER));
    }

    @Test
    void aCountIsSeenOnceItsTransactionCommits() throws SQLException {
        now(changeCounterCache);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            move(connection, ONE);
            assertEquals("1", now(changeCounterCache).get(ONE));
            connection.commit();
            connection.setAutoCommit(true);
        }
        assertEquals("2", now(changeCounterCache).get(ONE));
    }

    @Test
    void aCountDatedTenMinutesBeforeItsCommitIsSeen() throws SQLException {
        now(changeCounterCache);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            move(connection, ONE);
            statement.executeUpdate(
                    "UPDATE counted_class SET changed_at = changed_at - INTERVAL 10 MINUTE WHERE class_id = " + ONE
                            + " AND year_key = '" + year + "'");
            assertEquals("1", now(changeCounterCache).get(ONE));
            connection.commit();
            connection.setAutoCommit(true);
        }
        assertEquals("2", now(changeCounterCache).get(ONE));
    }

    /** A database that was filled before the change counters existed has no rows of them. */
    @Test
    void theFirstReadLoadsAllClassesEvenWithoutChangeCounters() throws SQLException {
        try (var connection = database.getConnection()) {
            var all = changeCounterCache.of(connection, year + "b", "times", (from, some) -> {
                readings.add(some);
                return Map.of(ONE, "never counted");
            });
            assertEquals(Map.of(ONE, "never counted"), all);
        }
        assertEquals(List.of(List.of()), readings);
    }

    @Test
    void aReturnedMapDoesNotChangeLater() throws SQLException {
        var before = now(changeCounterCache);
        counted(ONE);
        now(changeCounterCache);
        assertEquals("1", before.get(ONE));
    }

    private Map<Long, String> now(ChangeCounterCache<String> of) throws SQLException {
        try (var connection = database.getConnection()) {
            return of.of(connection, year, "times", this::read);
        }
    }

    private Map<Long, String> read(Connection connection, List<Long> some) throws SQLException {
        readings.add(some);
        var found = new HashMap<Long, String>();
        Sql.each(
                connection,
                "SELECT class_id, times FROM counted_class WHERE year_key = ?"
                        + ChangeCounterCache.only("class_id", some),
                ChangeCounterCache.parameters(List.of(year), some),
                row -> found.put(row.getLong(1), row.getString(2)));
        return found;
    }

    private void counted(long id) throws SQLException {
        try (var connection = database.getConnection()) {
            move(connection, id);
        }
    }

    private void move(Connection connection, long id) throws SQLException {
        Sql.batch(connection, KeptTotals.MOVE_CLASS, List.of(List.of(id, year)));
    }
}
