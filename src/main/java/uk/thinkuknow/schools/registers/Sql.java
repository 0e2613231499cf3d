package uk.thinkuknow.schools.registers;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain statements on one connection: a register is compared and taken in by sets of rows, not school by school. */
final class Sql implements AutoCloseable {
    /** A statement over all schools takes longer than the pages' own are given. */
    private static final int PATIENCE_MILLIS = 300_000;

    private final Connection connection;
    private final int usual;

    Sql(DataSource database) {
        try {
            connection = database.getConnection();
            usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }

    /** Reads one row of an answer. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @return how many rows it changed */
    int run(String sql, @Nullable Object... values) {
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the register could not be written: " + e.getMessage(), e);
        }
    }

    <T> List<T> list(String sql, Row<T> read, @Nullable Object... values) {
        var all = new ArrayList<T>();
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(read.of(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the register could not be read: " + e.getMessage(), e);
        }
        return all;
    }

    <T> Optional<T> first(String sql, Row<T> read, @Nullable Object... values) {
        return list(sql, read, values).stream().findFirst();
    }

    int number(String sql, @Nullable Object... values) {
        return list(sql, row -> row.getInt(1), values).getFirst();
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            switch (value) {
                case Instant at -> statement.setTimestamp(i + 1, Timestamp.from(at));
                case LocalDate day -> statement.setDate(i + 1, Date.valueOf(day));
                case null, default -> statement.setObject(i + 1, value);
            }
        }
    }

    /** Inside a transaction the patience lasts until its end, which may take its time too. */
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
