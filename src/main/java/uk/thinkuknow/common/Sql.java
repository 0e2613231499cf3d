package uk.thinkuknow.common;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs plain SQL where entities do not fit. A method that takes a data source opens a connection for the call and
 * throws {@link Failed}; one that takes a connection throws the driver's exception.
 */
public final class Sql {
    /** Rows per fetch, so that a long answer is read while MariaDB still sends. */
    private static final int AT_ONCE = 1_000;

    private Sql() {}

    /** Turns one row of a result into an object. */
    public interface RowMapper<T> {
        @Nullable
        T of(ResultSet row) throws SQLException;
    }

    /** Handles one row of a result. */
    public interface RowHandler {
        void of(ResultSet row) throws SQLException;
    }

    /** Wraps the driver's exception: the database did not answer, or rejected a statement. */
    public static final class Failed extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Failed(SQLException cause) {
            super("statement failed: " + cause.getMessage(), cause);
        }
    }

    /** Statements that run on one connection and return a value. */
    public interface ConnectionFunction<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Statements that run on one connection and return nothing. */
    public interface ConnectionAction {
        void on(Connection connection) throws SQLException;
    }

    /** Runs statements on a connection of their own and returns their value. */
    public static <T> T on(DataSource database, ConnectionFunction<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    /** Runs statements on a connection of their own. */
    public static void run(DataSource database, ConnectionAction steps) {
        on(database, connection -> {
            steps.on(connection);
            return true;
        });
    }

    public static <T> List<T> list(
            DataSource database, String sql, List<? extends @Nullable Object> values, RowMapper<T> row) {
        return on(database, connection -> list(connection, sql, values, row));
    }

    public static <T> List<T> list(
            Connection connection, String sql, List<? extends @Nullable Object> values, RowMapper<T> row)
            throws SQLException {
        var all = new ArrayList<T>();
        each(connection, sql, values, each -> all.add(row.of(each)));
        return all;
    }

    /** The first row, if there is one. */
    public static <T> Optional<T> first(
            DataSource database, String sql, List<? extends @Nullable Object> values, RowMapper<T> row) {
        return list(database, sql, values, row).stream().findFirst();
    }

    /** The first row, if there is one. */
    public static <T> Optional<T> first(
            Connection connection, String sql, List<? extends @Nullable Object> values, RowMapper<T> row)
            throws SQLException {
        return list(connection, sql, values, row).stream().findFirst();
    }

    public static void each(DataSource database, String sql, List<? extends @Nullable Object> values, RowHandler each) {
        run(database, connection -> each(connection, sql, values, each));
    }

    /** Turns each row into an object and passes it to a consumer. */
    public static <T> void each(
            DataSource database,
            String sql,
            List<? extends @Nullable Object> values,
            RowMapper<T> row,
            Consumer<? super @Nullable T> consumer) {
        each(database, sql, values, each -> consumer.accept(row.of(each)));
    }

    public static void each(Connection connection, String sql, List<? extends @Nullable Object> values, RowHandler each)
            throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setFetchSize(AT_ONCE);
            set(query, values);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    each.of(rows);
                }
            }
        }
    }

    /**
     * Runs one changing statement, with retries on conflict.
     *
     * @return the number of rows changed
     */
    public static int update(DataSource database, String sql, List<? extends @Nullable Object> values) {
        return RetryOnConflict.repeat(() -> on(database, connection -> update(connection, sql, values)));
    }

    /** @return the number of rows changed */
    public static int update(Connection connection, String sql, List<? extends @Nullable Object> values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    /**
     * Runs one changing statement in the entity manager's transaction; the parameters are ?1, ?2 and so on.
     *
     * @return the number of rows changed
     */
    public static int run(EntityManager database, String sql, @Nullable Object... values) {
        var query = database.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.executeUpdate();
    }

    /** Runs a statement once for each list of values, as one batch. */
    public static void batch(Connection connection, String sql, List<? extends List<? extends @Nullable Object>> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                set(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** So many question marks with commas between them, for {@code IN (…)}. */
    public static String marks(int number) {
        return String.join(", ", Collections.nCopies(number, "?"));
    }

    /** An instant as a DATETIME column stores it, in UTC. */
    public static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static void set(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
