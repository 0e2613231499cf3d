package uk.thinkuknow.attendance.plausibility;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import uk.thinkuknow.counting.Excess;
import uk.thinkuknow.counting.PlausibilityLimits;

/** Reads by which version of the counting rules, and by which limits, a return is judged. */
@Singleton
class RulesInForce {
    /**
     * The limits before the first ones are those. How many lessons may be entered afterwards, and who signs paper
     * registers alone, for how many children one person may sign in a day, and whether one person enters again what was withdrawn, is that of the day of the signature, because nobody would enter them for a day that has the limit.
     */
    private static final String IN_FORCE = """
            SELECT (SELECT COALESCE(MAX(c.version), 1) FROM school_area_v l
                JOIN authority_v a ON a.authority_key = l.authority_key
                JOIN region_v r ON r.region_key = a.region_key
                JOIN counting_rules c ON c.nation = r.nation AND c.first_day <= :signed
                WHERE l.school_id = :school AND l.valid_from <= :signed AND (l.valid_to IS NULL OR l.valid_to >= :signed)),
              delivered_share, enough_share, late_days, signer_children, in_force_share, in_force_cards,
              made_share, made_cards, unknown_roll, guests_share, guests, heads_share, heads, least_share,
              e.entered_lessons, e.paper_by_members, e.day_children, e.again_by_two
            FROM plausibility_limit
              CROSS JOIN (SELECT entered_lessons, paper_by_members, day_children, again_by_two FROM plausibility_limit
                ORDER BY valid_from > :signed, ABS(DATEDIFF(valid_from, :signed)) LIMIT 1) e
            ORDER BY valid_from > :day, ABS(DATEDIFF(valid_from, :day)) LIMIT 1""";

    private final EntityManager database;

    RulesInForce(EntityManager database) {
        this.database = database;
    }

    /** The version of the rules, from 1, and its limits. */
    record InForce(int version, PlausibilityLimits limits) {}

    /**
     * Returns the version in force on the day of the signature, in the nation in which the school was then, and the limits
     * of the session's day.
     */
    InForce of(LocalDate day, long schoolId, LocalDate signed) {
        var row = (Object[]) database.createNativeQuery(IN_FORCE, Object[].class)
                .setParameter("day", day)
                .setParameter("school", schoolId)
                .setParameter("signed", signed)
                .getSingleResult();
        var limits = new PlausibilityLimits(
                new PlausibilityLimits.TimeLimit((BigDecimal) row[1], (BigDecimal) row[2], (BigDecimal) row[14]),
                number(row[3]),
                number(row[4]),
                new PlausibilityLimits.CardLimit(excess(row[5], row[6]), excess(row[7], row[8]), number(row[9])),
                excess(row[10], row[11]),
                excess(row[12], row[13]),
                number(row[15]),
                (Boolean) row[16],
                number(row[17]),
                (Boolean) row[18]);
        return new InForce(number(row[0]), limits);
    }

    private static Excess excess(Object share, Object count) {
        return new Excess((BigDecimal) share, number(count));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
