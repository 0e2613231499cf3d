package uk.thinkuknow.classroom.room;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Sql;

/** Runs several statements in one transaction and retries after a conflict. */
final class Transactions {
    private Transactions() {}

    static void run(DataSource database, Sql.ConnectionAction statements) {
        RetryOnConflict.repeat(() -> Sql.on(database, connection -> {
            once(connection, statements);
            return true;
        }));
    }

    private static void once(Connection connection, Sql.ConnectionAction statements) throws SQLException {
        connection.setAutoCommit(false);
        try {
            statements.on(connection);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
