package uk.thinkuknow.schools.imports;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Sql;

/**
 * Runs SQL statements of an import on one connection with a timeout of five minutes: imports work on sets of rows, not
 * school by school.
 */
final class ImportConnection implements AutoCloseable {
    /** Milliseconds. Statements over all schools need more time than those of pages. */
    private static final int PATIENCE_MILLIS = 300_000;

    private final Connection connection;
    private final int usual;

    ImportConnection(DataSource database) {
        try {
            connection = database.getConnection();
            usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }

    /** @return the number of rows changed */
    int run(String sql, @Nullable Object... values) {
        return done(() -> Sql.update(connection, sql, plain(values)));
    }

    <T> List<T> list(String sql, Sql.RowMapper<T> read, @Nullable Object... values) {
        return done(() -> Sql.list(connection, sql, plain(values), read));
    }

    <T> Optional<T> first(String sql, Sql.RowMapper<T> read, @Nullable Object... values) {
        return list(sql, read, values).stream().findFirst();
    }

    int number(String sql, @Nullable Object... values) {
        return list(sql, row -> row.getInt(1), values).getFirst();
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    private interface Statement<T> {
        T run() throws SQLException;
    }

    private static <T> T done(Statement<T> statement) {
        try {
            return statement.run();
        } catch (SQLException e) {
            throw new IllegalStateException("the register could not be read or written: " + e.getMessage(), e);
        }
    }

    private static List<@Nullable Object> plain(@Nullable Object... values) {
        var plain = new ArrayList<@Nullable Object>(values.length);
        for (var value : values) {
            plain.add(value instanceof Instant at ? Sql.utc(at) : value);
        }
        return plain;
    }

    /** Inside a transaction the long timeout stays until the transaction ends, because the commit may take long too. */
    @Override
    public void close() {
        try {
            if (connection.getAutoCommit()) {
                connection.setNetworkTimeout(Runnable::run, usual);
            }
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }
}
