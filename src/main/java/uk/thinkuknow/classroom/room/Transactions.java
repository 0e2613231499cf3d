package uk.thinkuknow.classroom.room;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import uk.thinkuknow.common.InTheWay;

/** Runs a few statements as one, again from the start where the database says that another was in the way. */
final class Transactions {
    private static final int TRIES = 4;

    private Transactions() {}

    /** Statements that belong together. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    static void run(DataSource database, Work work) throws SQLException {
        for (int tried = 1; ; tried++) {
            try (var connection = database.getConnection()) {
                once(connection, work);
                return;
            } catch (SQLException e) {
                if (tried == TRIES || !InTheWay.is(e)) {
                    throw e;
                }
            }
        }
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
