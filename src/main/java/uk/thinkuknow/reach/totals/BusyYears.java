package uk.thinkuknow.reach.totals;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;

/** The years in which there is anything to look at. */
@Singleton
class BusyYears {
    /** One row of each table is enough; asked by EXISTS, MariaDB walks the whole of them. */
    private static final String YEARS = """
            SELECT y.year_key FROM (SELECT DISTINCT year_key FROM academic_year) y
            WHERE (SELECT 1 FROM session s WHERE s.year_key = y.year_key LIMIT 1) IS NOT NULL
              OR (SELECT 1 FROM return_line l WHERE l.audience = 'lesson' AND l.year_key = y.year_key LIMIT 1) IS NOT NULL
              OR (SELECT 1 FROM target t WHERE t.year_key = y.year_key AND t.number IS NOT NULL LIMIT 1) IS NOT NULL""";

    private final DataSource database;

    BusyYears(DataSource database) {
        this.database = database;
    }

    /** Those with sessions, returns or targets. */
    Set<String> years() {
        return Set.copyOf(Sql.list(database, YEARS, List.of(), row -> row.getString(1)));
    }
}
