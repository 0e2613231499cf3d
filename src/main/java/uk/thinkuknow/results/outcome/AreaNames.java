package uk.thinkuknow.results.outcome;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;
import uk.thinkuknow.identity.staff.Scope;

/** What regions and authorities are called. */
@Singleton
class AreaNames {
    private final DataSource database;

    AreaNames(DataSource database) {
        this.database = database;
    }

    String name(Scope scope) {
        return switch (scope.kind()) {
            case PROGRAMME -> "the United Kingdom";
            case NATION ->
                scope.key().equals("northern-ireland")
                        ? "Northern Ireland"
                        : Character.toUpperCase(scope.key().charAt(0))
                                + scope.key().substring(1);
            case REGION -> region(scope.key());
            case AUTHORITY -> authority(scope.key());
        };
    }

    String region(String key) {
        return name("SELECT name FROM region WHERE region_key = ?", key);
    }

    String authority(String key) {
        return name("SELECT name FROM authority WHERE authority_key = ?", key);
    }

    private String name(String sql, String key) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, key);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getString(1) : key;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the name of an area could not be read", e);
        }
    }
}
