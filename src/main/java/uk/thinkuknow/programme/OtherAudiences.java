package uk.thinkuknow.programme;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.people.Scope;

/** Sessions that are no lessons: counted by heads on lines of their own, never among the children reached. */
@Singleton
class OtherAudiences {
    private static final String HEADS = """
            SELECT l.audience, COUNT(DISTINCT l.session_id), SUM(l.heads)
            FROM return_line l
            JOIN school_area p ON p.school_id = l.school_id AND p.valid_from <= l.local_date
              AND (p.valid_to IS NULL OR p.valid_to >= l.local_date)
            JOIN authority a ON a.authority_key = p.authority_key
            WHERE l.audience IN ('assembly', 'parents', 'staff', 'professionals') AND l.year_key = ?
              AND l.term_key IN (?, ?, ?) AND %s
            GROUP BY l.audience
            ORDER BY FIELD(l.audience, 'assembly', 'parents', 'staff', 'professionals')""".formatted(Scope.sql("?", "a"));

    private final DataSource database;

    OtherAudiences(DataSource database) {
        this.database = database;
    }

    /** Those with any, of the schools of an area, each where it lay on the day. */
    List<Dashboard.OtherAudience> in(Period period, Scope scope) {
        var parameters = new ArrayList<>(ReachLines.parameters(period.year(), period.first(), period.last()));
        parameters.add(scope.token());
        return Rows.of(
                database,
                HEADS,
                parameters,
                row -> new Dashboard.OtherAudience(row.getString(1), row.getInt(2), row.getInt(3)));
    }
}
