package uk.thinkuknow.reach.totals;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Scope;

/** Reads the regions and local authorities from the database, and gives the display name of a scope. */
@Singleton
public class Areas {
    private final DataSource database;

    Areas(DataSource database) {
        this.database = database;
    }

    /** A region of a nation. Scotland, Wales and Northern Ireland have at least one each. */
    public record Region(String key, String nation, String name) {}

    /** All regions, sorted by nation, then by name. */
    public List<Region> regions() {
        return Sql.list(
                database,
                "SELECT region_key, nation, name FROM region_v region ORDER BY nation, name",
                List.of(),
                row -> new Region(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** A local authority in a region. */
    public record Authority(String key, String region, String name) {}

    /** All local authorities, by key. */
    public Map<String, Authority> authorities() {
        var all = new HashMap<String, Authority>();
        Sql.list(
                database,
                "SELECT authority_key, region_key, name FROM authority_v authority",
                List.of(),
                row -> all.put(row.getString(1), new Authority(row.getString(1), row.getString(2), row.getString(3))));
        return all;
    }

    /** The regions within a scope; for an authority, the region that contains it. */
    public List<Region> regions(Scope scope) {
        return switch (scope.kind()) {
            case PROGRAMME -> regions();
            case NATION -> some(region -> region.nation().equals(scope.key()));
            case REGION -> some(region -> region.key().equals(scope.key()));
            case AUTHORITY -> {
                var authority = authorities().get(scope.key());
                yield some(region -> authority != null && region.key().equals(authority.region()));
            }
        };
    }

    private List<Region> some(Predicate<Region> which) {
        return regions().stream().filter(which).toList();
    }

    /** The display name of a scope, for example "United Kingdom" or "North West". */
    public String nameOf(Scope scope) {
        return switch (scope.kind()) {
            case PROGRAMME -> Words.of("totals.unitedKingdom");
            case NATION -> Nations.name(scope.key());
            case REGION -> regions(scope).stream().map(Region::name).findFirst().orElse(scope.key());
            case AUTHORITY ->
                Optional.ofNullable(authorities().get(scope.key()))
                        .map(Authority::name)
                        .orElse(scope.key());
        };
    }
}
