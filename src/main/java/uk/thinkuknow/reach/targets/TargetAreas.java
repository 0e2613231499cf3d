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

/** Reads the areas that targets can be set for and that a manager may see. */
@Singleton
class TargetAreas {
    private static final String REGIONS =
            "SELECT region_key, name, region_key, nation, '' FROM region_v ORDER BY nation, name, region_key";

    private static final String AUTHORITIES = """
            SELECT a.authority_key, a.name, a.region_key, r.nation, r.name FROM authority_v a
            JOIN region_v r ON r.region_key = a.region_key
            ORDER BY a.name, a.authority_key""";

    /**
     * A trust belongs to a region, or to a nation, if all its schools are in it; any other trust belongs to the whole
     * programme.
     */
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
     * An area that targets can be set for.
     *
     * @param region the key of its region; empty for a nation, and for a trust with schools in several regions
     * @param where the name of the area that contains it; empty for a nation
     */
    record Area(AreaKind kind, String key, String name, String region, String nation, String where) {
        /**
         * Returns whether the area is within the scope. A trust is within a region if all its schools are, and within
         * no authority.
         */
        boolean liesIn(Scope scope) {
            return scope.holds(nation, region, kind == AreaKind.AUTHORITY ? key : "");
        }

        /** Returns whether each of these words is in the area's name or in the name of the area that contains it. */
        boolean has(String words) {
            var names = (name + " " + where).toLowerCase(Locale.UK);
            return Arrays.stream(words.toLowerCase(Locale.UK).strip().split("\\s+"))
                    .allMatch(names::contains);
        }
    }

    /**
     * The areas of a kind, sorted by name.
     *
     * @param mine the user's scope
     */
    List<Area> of(AreaKind kind, Scope mine) {
        return all(kind).stream().filter(area -> area.liesIn(mine)).toList();
    }

    /** The kinds of area that the user may see, the largest first. */
    static List<AreaKind> kinds(Scope mine) {
        return switch (mine.kind()) {
            case PROGRAMME, NATION -> List.of(AreaKind.values());
            case REGION -> List.of(AreaKind.REGION, AreaKind.AUTHORITY, AreaKind.TRUST);
            case AUTHORITY -> List.of(AreaKind.AUTHORITY);
        };
    }

    /** The area with this key; empty if it does not exist or the user may not see it. */
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

    private List<Area> read(String sql, Sql.RowMapper<Area> row) {
        return Sql.list(database, sql, List.of(), row);
    }
}
