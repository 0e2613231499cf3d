package uk.thinkuknow.attendance.plausibility;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import uk.thinkuknow.counting.Excess;
import uk.thinkuknow.counting.PlausibilityLimits;

/** Reads which version of the counting rules and which limits are in force on a day. */
@Singleton
class RulesInForce {
    private static final String VERSION =
            "SELECT COALESCE(MAX(version), 1) FROM counting_rules WHERE nation = ?1 AND first_day <= ?2";

    private static final String LIMITS = """
            SELECT delivered_share, enough_share, late_days, signer_children, in_force_share, in_force_cards,
              made_share, made_cards, unknown_roll, guests_share, guests, heads_share, heads
            FROM plausibility_limit ORDER BY valid_from > ?1, ABS(DATEDIFF(valid_from, ?1)) LIMIT 1""";

    private final EntityManager database;

    RulesInForce(EntityManager database) {
        this.database = database;
    }

    /** Returns the version of the rules, from 1. */
    int version(String nation, LocalDate day) {
        return ((Number) database.createNativeQuery(VERSION, Integer.class)
                        .setParameter(1, nation)
                        .setParameter(2, day)
                        .getSingleResult())
                .intValue();
    }

    /** Returns the limits that are valid on a day; before the first ones, those. */
    PlausibilityLimits limits(LocalDate day) {
        var row = (Object[]) database.createNativeQuery(LIMITS, Object[].class)
                .setParameter(1, day)
                .getSingleResult();
        return new PlausibilityLimits(
                new PlausibilityLimits.TimeLimit((BigDecimal) row[0], (BigDecimal) row[1]),
                number(row[2]),
                number(row[3]),
                new PlausibilityLimits.CardLimit(excess(row[4], row[5]), excess(row[6], row[7]), number(row[8])),
                excess(row[9], row[10]),
                excess(row[11], row[12]));
    }

    private static Excess excess(Object share, Object count) {
        return new Excess((BigDecimal) share, number(count));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
