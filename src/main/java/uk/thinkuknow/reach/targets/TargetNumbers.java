package uk.thinkuknow.reach.targets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;

/** Parses numbers of targets and factors as people and spreadsheets write them, with commas or spaces. */
final class TargetNumbers {
    private static final BigDecimal FACTOR_AT_LEAST = new BigDecimal("0.1");
    private static final BigDecimal FACTOR_AT_MOST = BigDecimal.TEN;

    private TargetNumbers() {}

    /** A whole number from 0 to 9,999,999; empty for any other text. A fraction of zeros is ignored. */
    static Optional<Integer> read(String typed) {
        var digits =
                typed.replaceAll("[,’'\\s\\u00A0\\u2007\\u2009\\u202F]", "").replaceFirst("\\.0+$", "");
        return digits.matches("\\d{1,7}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    /** Returns whether the text is neither blank nor a whole number from 0 to 9,999,999. */
    static boolean isBad(String typed) {
        return !typed.isBlank() && read(typed).isEmpty();
    }

    /** The error message for a cell. */
    static String wrong(String typed) {
        var shown = typed.length() > 20 ? typed.substring(0, typed.offsetByCodePoints(0, 18)) + "…" : typed;
        return Words.of("targets.notWhole", shown.strip());
    }

    /** @throws Refused if it is not a number from 0.1 to 10 */
    static BigDecimal factor(String typed) {
        try {
            var factor = new BigDecimal(typed.strip());
            if (factor.compareTo(FACTOR_AT_LEAST) >= 0 && factor.compareTo(FACTOR_AT_MOST) <= 0) {
                return factor;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        throw new Refused("targets.notFactor", typed.strip());
    }

    /** A number times a factor, rounded to the unit (1, 10 or 100), halves up; at most 9,999,999. */
    static int times(int number, BigDecimal factor, int unit) {
        return BigDecimal.valueOf(number)
                .multiply(factor)
                .divide(BigDecimal.valueOf(unit), 0, RoundingMode.HALF_UP)
                .multiply(BigDecimal.valueOf(unit))
                .min(BigDecimal.valueOf(TargetService.AT_MOST))
                .intValue();
    }
}
