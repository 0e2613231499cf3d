package uk.thinkuknow;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Runs an action while another transaction holds a lock that it needs, to test concurrent changes. */
public final class ConcurrentChange {
    private static final int MORE_CHANGES = 500;

    private ConcurrentChange() {}

    /**
     * Runs the action while another transaction has changed the school's counter of recounts; that one commits once the
     * action waits for it.
     */
    public static <T> T duringRecount(DataSource database, long schoolId, Callable<T> act) throws Exception {
        return duringUpdate(
                database,
                "update counted_school set times = times + 1 where school_id = " + schoolId,
                "insert into counted_school",
                act);
    }

    /**
     * Runs the action while another transaction has changed one row; that one commits once the action waits for it.
     *
     * @param waiting the start of the statement with which the action waits, in lower case
     */
    public static <T> T duringUpdate(DataSource database, String update, String waiting, Callable<T> act)
            throws Exception {
        try (var other = database.getConnection();
                var threads = Executors.newSingleThreadExecutor()) {
            other.setAutoCommit(false);
            assertEquals(1, Sql.update(other, update, List.of()));
            try {
                var acting = threads.submit(act);
                Eventually.holds("the act waits", () -> {
                    assertFalse(acting.isDone(), "it did not wait");
                    return isWaitedFor(other, waiting);
                });
                other.commit();
                return acting.get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } finally {
                other.rollback();
                other.setAutoCommit(true);
            }
        }
    }

    /**
     * Runs the action while another transaction changes the two rows that the action needs, in the opposite order. The
     * database aborts the action's transaction, because the other has changed more rows.
     *
     * @param first the update for which the action waits, with a statement that starts as {@code waiting} says, in
     *     lower case
     * @param second an update of the row that the action has changed or locked before
     */
    public static <T> T duringDeadlock(
            DataSource database, String first, String waiting, String second, Callable<T> act) throws Exception {
        try (var other = database.getConnection();
                var statement = other.createStatement();
                var threads = Executors.newSingleThreadExecutor()) {
            long before = deadlocks(other);
            other.setAutoCommit(false);
            for (int i = 0; i < MORE_CHANGES; i++) {
                statement.executeUpdate("update place_version set number = number + 1");
            }
            assertEquals(1, statement.executeUpdate(first));
            try {
                var acting = threads.submit(act);
                Eventually.holds("the act waits", () -> {
                    assertFalse(acting.isDone(), "it did not wait");
                    return isWaitedFor(other, waiting);
                });
                assertEquals(1, statement.executeUpdate(second));
                other.commit();
                assertEquals(before + 1, deadlocks(other));
                return acting.get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } finally {
                other.rollback();
                other.setAutoCommit(true);
            }
        }
    }

    private static long deadlocks(Connection connection) throws SQLException {
        try (var asked = connection.createStatement();
                var rows = asked.executeQuery("show global status like 'Innodb_deadlocks'")) {
            rows.next();
            return rows.getLong(2);
        }
    }

    private static boolean isWaitedFor(Connection other, String waiting) throws SQLException {
        try (var asked = other.createStatement();
                var rows =
                        asked.executeQuery("select count(*) from information_schema.processlist where db = database()"
                                + " and id <> connection_id() and lower(info) like '" + waiting + "%'")) {
            rows.next();
            return rows.getInt(1) > 0;
        }
    }
}
