package uk.thinkuknow.common;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class RunsAgainTest {
    @Inject
    Work work;

    @Inject
    DataSource database;

    private int runs;
    private long before;

    /** Counts in a row, with something that happens before it does. */
    @ApplicationScoped
    static class Work {
        @Inject
        EntityManager entities;

        @RunsAgain
        @Transactional
        public void countBefore(Consumer<EntityManager> something) {
            entities.createNativeQuery("update place_version set number = number + 1")
                    .executeUpdate();
            something.accept(entities);
        }

        @RunsAgain
        @Transactional
        public void countAfter(Consumer<EntityManager> something) {
            entities.createNativeQuery("select number from place_version").getSingleResult();
            something.accept(entities);
            entities.createNativeQuery("update place_version set number = number + 1")
                    .executeUpdate();
        }
    }

    @BeforeEach
    void begin() throws SQLException {
        before = counted();
    }

    @Test
    void runsFromItsStartWhereARowHasChangedSinceItWasRead() throws SQLException {
        work.countAfter(any -> onFirstRun(() -> run("update place_version set number = number + 10")));
        assertEquals(2, runs);
        assertEquals(before + 11, counted());
    }

    @Test
    void runsFromItsStartWhereTheConnectionIsLost() throws SQLException {
        work.countAfter(entities -> onFirstRun(() -> run("kill " + connectionOf(entities))));
        assertEquals(2, runs);
        assertEquals(before + 1, counted());
    }

    @Test
    void runsOnceWhereNothingIsInTheWayAndWhatItRefusesIsRefused() throws SQLException {
        work.countAfter(any -> onFirstRun(() -> {}));
        assertEquals(1, runs);
        assertThrows(
                Refused.class,
                () -> work.countAfter(any -> {
                    throw new Refused("no");
                }));
        assertEquals(before + 1, counted());
    }

    /** Whether it was done nobody knows. */
    @Test
    void aCommitThatIsLostIsNotDoneAgain() {
        var lost = assertThrows(
                Exception.class,
                () -> work.countBefore(entities -> onFirstRun(() -> run("kill " + connectionOf(entities)))));
        assertEquals(1, runs);
        assertTrue(InTheWay.hasGone(lost), "what the database said is found");
    }

    /** As Narayana hands it on when another node of the cluster was first: {@link #aCommitThatIsLostIsNotDoneAgain} sees the same with a real one. */
    @Test
    void aConflictThatOnlyTheCommitFindsIsWorthAnotherTry() {
        var said = new SQLException("Deadlock found when trying to get lock", "40001", 1213);
        var commit = new XAException("commit");
        commit.initCause(said);
        var thrown = new RollbackException("Could not commit transaction.");
        thrown.addSuppressed(commit);
        said.addSuppressed(thrown);
        assertTrue(InTheWay.is(new IllegalStateException(thrown)));
        assertFalse(InTheWay.hasGone(thrown));
    }

    private interface Act {
        void run() throws SQLException;
    }

    private void onFirstRun(Act act) {
        if (++runs == 1) {
            try {
                act.run();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static long connectionOf(EntityManager entities) {
        return ((Number) entities.createNativeQuery("select connection_id()").getSingleResult()).longValue();
    }

    private long counted() throws SQLException {
        try (Connection connection = database.getConnection();
                var row = connection.createStatement().executeQuery("select number from place_version")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** On a connection of its own, outside the transaction under way. */
    private void run(String sql) throws SQLException {
        io.quarkus.narayana.jta.QuarkusTransaction.suspendingExisting().call(() -> {
            try (Connection connection = database.getConnection()) {
                return connection.createStatement().execute(sql);
            }
        });
    }
}
