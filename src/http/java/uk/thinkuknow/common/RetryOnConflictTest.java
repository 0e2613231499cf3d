package uk.thinkuknow.common;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests which failed transactions are retried, with real and simulated conflicts on MariaDB. */
@QuarkusTest
class RetryOnConflictTest {
    private static final String COUNT = "update place_version set number = number + 1";

    @Inject
    Work work;

    @Inject
    DataSource database;

    private int runs;
    private long before;

    /** Increments a counter row in a transaction, before or after something that the test does. */
    @ApplicationScoped
    static class Work {
        @Inject
        EntityManager entities;

        @Transactional
        public void countBefore(Consumer<EntityManager> something) {
            entities.createNativeQuery(COUNT).executeUpdate();
            something.accept(entities);
        }

        @Transactional
        public void countAfter(Consumer<EntityManager> something) {
            entities.createNativeQuery("select number from place_version").getSingleResult();
            something.accept(entities);
            entities.createNativeQuery(COUNT).executeUpdate();
        }

        @Transactional
        public void around(Runnable something, Consumer<EntityManager> counted) {
            something.run();
            countAfter(counted);
        }
    }

    @BeforeEach
    void begin() throws SQLException {
        before = counted();
    }

    @Test
    void retriesAfterAStaleRead() throws SQLException {
        work.countAfter(any -> onFirstRun(() -> run("update place_version set number = number + 10")));
        assertEquals(2, runs);
        assertEquals(before + 11, counted());
    }

    @Test
    void retriesAfterALockTimeout() throws SQLException {
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            Sql.update(other, COUNT, List.of());
            work.countAfter(mine -> {
                if (++runs == 2) {
                    outside(() -> other.rollback());
                }
                mine.createNativeQuery("set statement innodb_lock_wait_timeout = 1 for " + COUNT)
                        .executeUpdate();
            });
            other.setAutoCommit(true);
        }
        assertEquals(2, runs);
        assertEquals(before + 2, counted());
    }

    @Test
    void retriesAfterALostConnection() throws SQLException {
        work.countAfter(mine -> onFirstRun(() -> run("kill " + connectionOf(mine))));
        assertEquals(2, runs);
        assertEquals(before + 1, counted());
    }

    /** They lead to the same server, and may hang. */
    @Test
    void closesTheOtherConnectionsAfterOneWasLost() throws Exception {
        Thread.sleep(1000); // the pool is emptied once a second at most
        String both;
        try (var one = database.getConnection();
                var two = database.getConnection()) {
            both = number(one, "select connection_id()") + "," + number(two, "select connection_id()");
        }
        work.countAfter(mine -> onFirstRun(() -> run("kill " + connectionOf(mine))));
        var there = "select count(*) from information_schema.processlist where id in (" + both + ")";
        Eventually.holds("both are closed", () -> number(there) == 0);
    }

    /** Of a connection that the network has cut off the server hears nothing more. */
    @Test
    void theServerEndsATransactionAndAConnectionInWhichNothingIsDone() throws SQLException {
        assertEquals(30, number("select @@idle_transaction_timeout"));
        assertEquals(120, number("select @@wait_timeout"));
    }

    @Test
    void runsOnceWithoutAConflictAndPassesARefusalOn() throws SQLException {
        work.countAfter(any -> onFirstRun(() -> {}));
        assertEquals(1, runs);
        assertThrows(
                Refused.class,
                () -> work.countAfter(any -> {
                    throw new Refused("no");
                }));
        assertEquals(before + 1, counted());
    }

    /** By the annotation and in code: what was written before a rule refused, or something failed, does not stay. */
    @Test
    void nothingStaysOfATransactionThatIsRefusedOrFails() throws SQLException {
        for (var failure : List.of(new Refused("no"), new IllegalStateException("a fault"))) {
            Consumer<EntityManager> fails = any -> {
                throw failure;
            };
            assertThrows(failure.getClass(), () -> work.countBefore(fails));
            List<Consumer<Runnable>> ways =
                    List.of(RetryOnConflict::run, act -> RetryOnConflict.run(9, act), act -> RetryOnConflict.join(act));
            for (var way : ways) {
                assertThrows(
                        failure.getClass(),
                        () -> way.accept(() -> {
                            work.countBefore(any -> {});
                            throw failure;
                        }));
            }
        }
        assertEquals(before, counted());
    }

    /** Nobody knows whether the commit took effect. */
    @Test
    void doesNotRetryIfTheConnectionIsLostAtTheCommit() {
        var lost = assertThrows(
                Exception.class, () -> work.countBefore(mine -> onFirstRun(() -> run("kill " + connectionOf(mine)))));
        assertEquals(1, runs);
        assertTrue(DatabaseErrors.isConnectionLost(lost), "what the database said is found");
    }

    /**
     * The exception that Narayana passes on when another node of the cluster committed first; {@link
     * #doesNotRetryIfTheConnectionIsLostAtTheCommit} sees a real one.
     */
    @Test
    void aConflictFoundDuringTheCommitCountsAsRetryable() {
        var said = deadlock();
        var commit = new XAException("commit");
        commit.initCause(said);
        var thrown = new RollbackException("Could not commit transaction.");
        thrown.addSuppressed(commit);
        said.addSuppressed(thrown);
        assertTrue(RetryOnConflict.isRetryable(new IllegalStateException(thrown)));
        assertFalse(DatabaseErrors.isConnectionLost(thrown));
    }

    @Test
    void aMethodThatJoinsATransactionIsRetriedWithTheWholeTransaction() throws SQLException {
        work.around(() -> runs++, any -> {
            if (runs == 1) {
                throw new PersistenceException(deadlock());
            }
        });
        assertEquals(2, runs);
        assertEquals(before + 1, counted());
    }

    @Test
    void retriesANewTransactionWithoutTheOneAroundIt() throws SQLException {
        work.countAfter(mine -> {
            runs++;
            int outer = runs;
            RetryOnConflict.run(() -> onRun(outer + 1, RetryOnConflictTest::refuse));
            assertEquals(outer + 2, runs);
        });
        assertEquals(3, runs);
        assertEquals(before + 1, counted());
    }

    @Test
    void repeatsWorkOnItsOwnConnectionUnlessItIsPartOfATransaction() throws SQLException {
        assertEquals("done", RetryOnConflict.repeat(() -> {
            onFirstRun(RetryOnConflictTest::refuse);
            return "done";
        }));
        assertEquals(2, runs);
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> RetryOnConflict.repeat(() -> {
                            onRun(3, RetryOnConflictTest::refuse);
                            return "done";
                        })));
        assertEquals(3, runs);
    }

    @Test
    void givesUpAfterTheLastTry() {
        assertThrows(
                IllegalStateException.class,
                () -> work.countAfter(any -> onRun(runs + 1, RetryOnConflictTest::refuse)));
        assertEquals(RetryOnConflict.TRIES, runs);
    }

    /** Something that a test does during a transaction. */
    private interface Act {
        void run() throws SQLException;
    }

    private void onFirstRun(Act act) {
        onRun(1, act);
    }

    private void onRun(int number, Act act) {
        if (++runs == number) {
            try {
                act.run();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void refuse() throws SQLException {
        throw deadlock();
    }

    private static SQLException deadlock() {
        return new SQLException("Deadlock found when trying to get lock", "40001", 1213);
    }

    private static long connectionOf(EntityManager entities) {
        return ((Number) entities.createNativeQuery("select connection_id()").getSingleResult()).longValue();
    }

    private long counted() throws SQLException {
        return number("select number from place_version");
    }

    private long number(String sql) throws SQLException {
        try (var connection = database.getConnection()) {
            return number(connection, sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var asked = connection.createStatement();
                var row = asked.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Runs SQL on a connection of its own, outside the current transaction. */
    private void run(String sql) {
        outside(() -> {
            try (Connection connection = database.getConnection()) {
                Sql.update(connection, sql, List.of());
            }
        });
    }

    private static void outside(Act act) {
        QuarkusTransaction.suspendingExisting().call(() -> {
            act.run();
            return true;
        });
    }
}
