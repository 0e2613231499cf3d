package uk.thinkuknow.reach.targets;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.reach.totals.ActiveYears;

/** Finds the school years with sessions, returns or targets. */
@Singleton
class ActiveYearsQuery implements ActiveYears {
    /** Selects one row of each table: with EXISTS, MariaDB reads the whole tables. */
    private static final String YEARS = """
            SELECT y.year_key FROM (SELECT DISTINCT year_key FROM academic_year_v) y
            WHERE (SELECT 1 FROM session_v s WHERE s.year_key = y.year_key LIMIT 1) IS NOT NULL
              OR (SELECT 1 FROM return_line_v l WHERE l.audience = 'lesson' AND l.year_key = y.year_key LIMIT 1) IS NOT NULL
              OR (SELECT 1 FROM target t WHERE t.year_key = y.year_key AND t.number IS NOT NULL LIMIT 1) IS NOT NULL""";

    private final DataSource database;

    ActiveYearsQuery(DataSource database) {
        this.database = database;
    }

    @Override
    public Set<String> years() {
        return Set.copyOf(Sql.list(database, YEARS, List.of(), row -> row.getString(1)));
    }
}
