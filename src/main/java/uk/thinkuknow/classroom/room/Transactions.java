package uk.thinkuknow.classroom.room;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import uk.thinkuknow.common.RetryOnConflict;

/** Runs a few statements in one transaction, again after a conflict. */
final class Transactions {
    private Transactions() {}

    /** Statements that belong together. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    static void run(DataSource database, Work work) throws SQLException {
        RetryOnConflict.repeat(() -> {
            try (var connection = database.getConnection()) {
                once(connection, work);
                return true;
            }
        });
    }

    private static void once(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.on(connection);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
