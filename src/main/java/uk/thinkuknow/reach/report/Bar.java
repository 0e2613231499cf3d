package uk.thinkuknow.reach.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.Figures;

/** A bar from nothing to the end of its scale, in hundredths of its width: counted, range, awaited, target, course. */
record Bar(
        String counted,
        String range,
        String rangeEnd,
        String awaited,
        @Nullable String target,
        @Nullable String course) {

    /** @param end of the scale, in children */
    static Bar of(Figures figures, @Nullable Integer target, double gone, int end) {
        double all = Math.max(1, end);
        int lower = Math.max(0, figures.fresh().count());
        int upper = Math.max(lower, figures.fresh().upper());
        return new Bar(
                share(lower / all),
                share((upper - lower) / all),
                share(upper / all),
                share(Math.min(all - upper, figures.awaitedCards()) / all),
                target == null ? null : share(target / all),
                target == null || gone == 0 || gone == 1 ? null : share(target * gone / all));
    }

    /** The end of a scale on which everything has room. */
    static int end(Figures figures, @Nullable Integer target) {
        int most = figures.fresh().upper() + figures.awaitedCards();
        return (int) Math.ceil(Math.max(most, target == null ? 0 : target) * 1.06);
    }

    private static String share(double part) {
        return String.format(Locale.ROOT, "%.2f", 100 * Math.clamp(part, 0, 1));
    }
}
