package uk.thinkuknow.programme;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a query by plain JDBC: a report has tens of thousands of them and no use for entities. */
final class Rows {
    /** So many rows are read while MariaDB still sends the next. */
    private static final int AT_ONCE = 1_000;

    private Rows() {}

    /** Reads one row of an answer. */
    interface Row<T> {
        @Nullable
        T of(ResultSet row) throws SQLException;
    }

    static <T> List<T> of(DataSource database, String sql, List<?> parameters, Row<T> read) {
        var all = new ArrayList<T>();
        each(database, sql, parameters, read, all::add);
        return all;
    }

    /**
     * The same on a thread and a connection of their own, while the caller reads something else. The connection is taken
     * before this returns: who waits for a second one holds none that the first needs.
     */
    static <T> CompletableFuture<List<T>> meanwhile(DataSource database, String sql, List<?> parameters, Row<T> read) {
        var connection = connection(database);
        return CompletableFuture.supplyAsync(
                () -> {
                    var all = new ArrayList<T>();
                    each(connection, sql, parameters, read, all::add);
                    return all;
                },
                Thread::startVirtualThread);
    }

    static <T> void each(
            DataSource database, String sql, List<?> parameters, Row<T> read, Consumer<? super T> consumer) {
        each(connection(database), sql, parameters, read, consumer);
    }

    private static Connection connection(DataSource database) {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException("the figures could not be read", e);
        }
    }

    /** Closes the connection too. */
    private static <T> void each(
            Connection taken, String sql, List<?> parameters, Row<T> read, Consumer<? super T> consumer) {
        try (var connection = taken;
                var query = connection.prepareStatement(sql)) {
            query.setFetchSize(AT_ONCE);
            for (int i = 0; i < parameters.size(); i++) {
                query.setObject(1 + i, parameters.get(i));
            }
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(read.of(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the figures could not be read", e);
        }
    }
}
