package uk.thinkuknow.reach.targets;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.totals.AreaKind;

/** The areas that targets are set for, as far as a manager may see them: all, or those of her own area. */
@Singleton
class TargetAreas {
    private static final String REGIONS =
            "SELECT region_key, name, region_key, nation, '' FROM region_v ORDER BY nation, name, region_key";

    private static final String AUTHORITIES = """
            SELECT a.authority_key, a.name, a.region_key, r.nation, r.name FROM authority_v a
            JOIN region_v r ON r.region_key = a.region_key
            ORDER BY a.name, a.authority_key""";

    /** A trust lies in a region when all its schools do: elsewhere it is the whole programme's. */
    private static final String TRUSTS = """
            SELECT f.value, f.value, IF(MIN(r.region_key) = MAX(r.region_key), MIN(r.region_key), ''),
              IF(MIN(r.nation) = MAX(r.nation), MIN(r.nation), ''),
              IF(MIN(r.region_key) = MAX(r.region_key), MIN(r.name), 'several regions')
            FROM school_fact_v f
            JOIN school_area_v l ON l.school_id = f.school_id AND l.in_force = 1
            JOIN authority_v a ON a.authority_key = l.authority_key
            JOIN region_v r ON r.region_key = a.region_key
            WHERE f.fact = 'trust' AND f.in_force = 1 AND f.value <> ''
            GROUP BY f.value ORDER BY f.value""";

    private final DataSource database;

    TargetAreas(DataSource database) {
        this.database = database;
    }

    /**
     * An area.
     *
     * @param region the key of the region it is or lies in; empty for a nation, and for a trust of several regions
     * @param where what it lies in, by name; empty for a nation
     */
    record Area(AreaKind kind, String key, String name, String region, String nation, String where) {
        /** A trust lies where all its schools do, and in no single authority. */
        boolean liesIn(Scope scope) {
            return scope.holds(nation, region, kind == AreaKind.AUTHORITY ? key : "");
        }

        /** Is every one of these words in its name or in the name of where it lies? */
        boolean has(String words) {
            var names = (name + " " + where).toLowerCase(Locale.UK);
            return Arrays.stream(words.toLowerCase(Locale.UK).strip().split("\\s+"))
                    .allMatch(names::contains);
        }
    }

    /**
     * Those of a kind, by name.
     *
     * @param mine how far one sees
     */
    List<Area> of(AreaKind kind, Scope mine) {
        return all(kind).stream().filter(area -> area.liesIn(mine)).toList();
    }

    /** The kinds of area of which she may see any, the largest first. */
    static List<AreaKind> kinds(Scope mine) {
        return switch (mine.kind()) {
            case PROGRAMME, NATION -> List.of(AreaKind.values());
            case REGION -> List.of(AreaKind.REGION, AreaKind.AUTHORITY, AreaKind.TRUST);
            case AUTHORITY -> List.of(AreaKind.AUTHORITY);
        };
    }

    /** One of them; what she may not see is not there. */
    Optional<Area> find(AreaKind kind, String key, Scope mine) {
        return of(kind, mine).stream().filter(area -> area.key().equals(key)).findFirst();
    }

    private List<Area> all(AreaKind kind) {
        return switch (kind) {
            case NATION ->
                read(REGIONS, row -> nation(row.getString(4))).stream()
                        .distinct()
                        .toList();
            case REGION ->
                read(
                        REGIONS,
                        row -> new Area(
                                kind,
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                Nations.name(row.getString(4))));
            case AUTHORITY -> read(AUTHORITIES, row -> area(kind, row));
            case TRUST -> read(TRUSTS, row -> area(kind, row));
        };
    }

    private static Area nation(String key) {
        return new Area(AreaKind.NATION, key, Nations.name(key), "", key, "");
    }

    private static Area area(AreaKind kind, ResultSet row) throws SQLException {
        return new Area(kind, row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }

    private List<Area> read(String sql, Sql.Row<Area> row) {
        return Sql.list(database, sql, List.of(), row);
    }
}
