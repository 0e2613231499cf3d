package uk.thinkuknow.reach.totals;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.Scope;

/**
 * Counts assemblies and sessions for parents, staff and professionals, by heads and apart from reach (counting rule 6).
 */
@Singleton
public class OtherAudiences {
    private static final String HEADS = """
            SELECT l.audience, COUNT(DISTINCT l.session_id), SUM(l.heads)
            FROM return_line_v l
            JOIN school_area_v p ON p.school_id = l.school_id AND p.valid_from <= l.local_date
              AND (p.valid_to IS NULL OR p.valid_to >= l.local_date)
            JOIN authority_v a ON a.authority_key = p.authority_key
            WHERE l.audience IN ('assembly', 'parents', 'staff', 'professionals') AND %s AND %s
            GROUP BY l.audience
            ORDER BY FIELD(l.audience, 'assembly', 'parents', 'staff', 'professionals')""";

    private static final String IN_TERMS =
            HEADS.formatted("l.year_key = ? AND l.term_key IN (?, ?, ?)", Scope.sql("?", "a"));

    private static final String BETWEEN =
            HEADS.formatted("l.year_key IN (?, ?) AND l.local_date BETWEEN ? AND ?", Scope.sql("?", "a"));

    private final DataSource database;

    OtherAudiences(DataSource database) {
        this.database = database;
    }

    /** The audiences with any session in the period, at schools that were in the scope on the day of the session. */
    public List<OtherAudience> in(Period period, Scope scope) {
        var parameters = new ArrayList<>(PeriodQueries.parameters(period.year(), period.first(), period.last()));
        parameters.add(scope.token());
        return heads(IN_TERMS, parameters);
    }

    /** The audiences with any session between two days, both included. */
    public List<OtherAudience> between(DaysQueries.Days days, Scope scope) {
        var parameters = new ArrayList<>(days.parameters());
        parameters.add(scope.token());
        return heads(BETWEEN, parameters);
    }

    private List<OtherAudience> heads(String sql, List<?> parameters) {
        return Sql.list(
                database, sql, parameters, row -> new OtherAudience(row.getString(1), row.getInt(2), row.getInt(3)));
    }
}
