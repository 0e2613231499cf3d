package uk.thinkuknow.reach.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.Figures;

/**
 * The bar that shows a figure against its target. All lengths are in per cent of its width: counted children, range up
 * to the upper bound, awaited cards, target mark, and course mark.
 */
record TargetBar(
        String counted,
        String range,
        String rangeEnd,
        String awaited,
        @Nullable String target,
        @Nullable String course) {

    /**
     * @param gone the share of teaching days that are over, from 0 to 1
     * @param end the number of children at the end of the scale
     */
    static TargetBar of(Figures figures, @Nullable Integer target, double gone, int end) {
        double all = Math.max(1, end);
        int lower = Math.max(0, figures.fresh().count());
        int upper = Math.max(lower, figures.fresh().upper());
        return new TargetBar(
                share(lower / all),
                share((upper - lower) / all),
                share(upper / all),
                share(Math.min(all - upper, figures.awaitedCards()) / all),
                target == null ? null : share(target / all),
                target == null || gone == 0 || gone == 1 ? null : share(target * gone / all));
    }

    /**
     * The number of children at the end of a scale: the upper bound and the awaited cards, or the target if that is
     * more, plus 6 per cent.
     */
    static int end(Figures figures, @Nullable Integer target) {
        int most = figures.fresh().upper() + figures.awaitedCards();
        return (int) Math.ceil(Math.max(most, target == null ? 0 : target) * 1.06);
    }

    private static String share(double part) {
        return String.format(Locale.ROOT, "%.2f", 100 * Math.clamp(part, 0, 1));
    }
}
