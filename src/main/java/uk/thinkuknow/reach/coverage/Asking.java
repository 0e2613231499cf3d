package uk.thinkuknow.reach.coverage;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a query: tens of thousands, with no use for entities. */
@Singleton
class Asking {
    private static final int AT_ONCE = 1_000;

    private final DataSource database;

    Asking(@io.quarkus.agroal.DataSource("reports") DataSource database) {
        this.database = database;
    }

    /** Reads one row of an answer. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> List<T> of(String sql, List<?> parameters, Row<T> read) {
        var all = new ArrayList<T>();
        each(sql, parameters, read, all::add);
        return all;
    }

    <T> void each(String sql, List<?> parameters, Row<T> read, Consumer<T> consumer) {
        try (var connection = database.getConnection();
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
            throw new IllegalStateException("coverage could not be read", e);
        }
    }

    static @Nullable Integer number(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : Integer.valueOf(value);
    }
}
