package uk.thinkuknow.reach.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.Figures;

/**
 * The bar that shows a figure against its target. All lengths are in per cent of its width: counted children, the start,
 * length and end of their range, awaited cards, target mark, and course mark.
 */
record TargetBar(
        String counted,
        String rangeStart,
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
        int counted = Math.max(0, figures.fresh().headline());
        int least = Math.min(counted, figures.fresh().atLeast());
        int most = Math.max(counted, figures.fresh().atMost());
        return new TargetBar(
                share(counted / all),
                share(least / all),
                share((most - least) / all),
                share(most / all),
                share(Math.min(all - most, figures.pending().awaitedCards()) / all),
                target == null ? null : share(target / all),
                target == null || gone == 0 || gone == 1 ? null : share(target * gone / all));
    }

    /**
     * The number of children at the end of a scale: the upper bound and the awaited cards, or the target if that is
     * more, plus 6 per cent.
     */
    static int end(Figures figures, @Nullable Integer target) {
        int most = figures.fresh().atMost() + figures.pending().awaitedCards();
        return (int) Math.ceil(Math.max(most, target == null ? 0 : target) * 1.06);
    }

    private static String share(double part) {
        return String.format(Locale.ROOT, "%.2f", 100 * Math.clamp(part, 0, 1));
    }
}
