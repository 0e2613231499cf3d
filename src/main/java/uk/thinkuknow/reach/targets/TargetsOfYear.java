package uk.thinkuknow.reach.targets;

import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.years.YearUse;

/** Says whether a school year has targets, or proposals of some; those of a trust are for any nation. */
@Singleton
class TargetsOfYear implements YearUse {
    private static final String ANY = """
            SELECT 1 FROM target t
            LEFT JOIN authority_v a ON t.area_kind = 'authority' AND a.authority_key = t.area_key
            LEFT JOIN region_v r
              ON r.region_key = CASE t.area_kind WHEN 'region' THEN t.area_key WHEN 'authority' THEN a.region_key END
            WHERE t.year_key = ?
              AND COALESCE(CASE t.area_kind WHEN 'nation' THEN t.area_key ELSE r.nation END, ?) = ? LIMIT 1""";

    private final DataSource database;

    TargetsOfYear(DataSource database) {
        this.database = database;
    }

    @Override
    public String words() {
        return Words.of("targets.targetsOfYear");
    }

    @Override
    public boolean uses(String nation, String yearKey) {
        return Sql.first(database, ANY, List.of(yearKey, nation, nation), row -> 1)
                .isPresent();
    }
}
