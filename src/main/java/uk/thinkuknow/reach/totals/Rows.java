package uk.thinkuknow.reach.totals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a query by plain JDBC: a report has tens of thousands of them and no use for entities. */
public final class Rows {
    /** So many rows are read while MariaDB still sends the next. */
    private static final int AT_ONCE = 1_000;

    private Rows() {}

    /** Reads one row of an answer. */
    public interface Row<T> {
        @Nullable
        T of(ResultSet row) throws SQLException;
    }

    public static <T> List<T> of(DataSource database, String sql, List<?> parameters, Row<T> read) {
        var all = new ArrayList<T>();
        each(database, sql, parameters, read, all::add);
        return all;
    }

    /** The same on a connection that the caller has and keeps: what it reads there is all of one moment. */
    static <T> List<T> of(Connection connection, String sql, List<?> parameters, Row<T> read) throws SQLException {
        var all = new ArrayList<T>();
        read(connection, sql, parameters, read, all::add);
        return all;
    }

    /** Reads one row and keeps nothing. */
    public interface Told {
        void of(ResultSet row) throws SQLException;
    }

    public static void each(Connection connection, String sql, List<?> parameters, Told told) throws SQLException {
        read(
                connection,
                sql,
                parameters,
                row -> {
                    told.of(row);
                    return null;
                },
                nothing -> {});
    }

    public static <T> void each(
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
        try (var connection = taken) {
            read(connection, sql, parameters, read, consumer);
        } catch (SQLException e) {
            throw new IllegalStateException("the figures could not be read", e);
        }
    }

    private static <T> void read(
            Connection connection, String sql, List<?> parameters, Row<T> read, Consumer<? super T> consumer)
            throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setFetchSize(AT_ONCE);
            for (int i = 0; i < parameters.size(); i++) {
                query.setObject(1 + i, parameters.get(i));
            }
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(read.of(rows));
                }
            }
        }
    }
}
