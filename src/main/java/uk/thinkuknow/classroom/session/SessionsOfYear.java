package uk.thinkuknow.classroom.session;

import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.years.YearUse;

/** Says whether a nation's schools have sessions, and with them returns, in a school year. */
@Singleton
class SessionsOfYear implements YearUse {
    private static final String ANY = """
            SELECT 1 FROM session s
            JOIN school_area_v l ON l.school_id = s.school_id AND l.valid_to IS NULL
            JOIN authority_v a ON a.authority_key = l.authority_key
            JOIN region_v r ON r.region_key = a.region_key
            WHERE s.year_key = ? AND r.nation = ? LIMIT 1""";

    private final DataSource database;

    SessionsOfYear(DataSource database) {
        this.database = database;
    }

    @Override
    public String words() {
        return Words.of("session.sessionsOfYear");
    }

    @Override
    public boolean uses(String nation, String yearKey) {
        return Sql.first(database, ANY, List.of(yearKey, nation), row -> 1).isPresent();
    }
}
