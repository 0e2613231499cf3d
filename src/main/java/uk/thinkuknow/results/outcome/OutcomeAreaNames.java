package uk.thinkuknow.results.outcome;

import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Scope;

/**
 * Reads the names of nations, regions and authorities for the outcomes; an unknown region or authority is named by its
 * key.
 */
@Singleton
class OutcomeAreaNames {
    private final DataSource database;

    OutcomeAreaNames(DataSource database) {
        this.database = database;
    }

    String name(Scope scope) {
        return switch (scope.kind()) {
            case PROGRAMME -> Words.of("outcome.unitedKingdom");
            case NATION -> Nations.name(scope.key());
            case REGION -> region(scope.key());
            case AUTHORITY -> authority(scope.key());
        };
    }

    String region(String key) {
        return name("SELECT name FROM region_v WHERE region_key = ?", key);
    }

    String authority(String key) {
        return name("SELECT name FROM authority_v WHERE authority_key = ?", key);
    }

    private String name(String sql, String key) {
        return Sql.first(database, sql, List.of(key), row -> row.getString(1)).orElse(key);
    }
}
