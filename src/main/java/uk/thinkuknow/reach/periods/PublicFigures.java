package uk.thinkuknow.reach.periods;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.frozen.FrozenReach;
import uk.thinkuknow.reach.report.ReachView;

/**
 * Reads the public figures of approved periods: those of the latest brief or, without one, the frozen ones. They never
 * contain current counts or the names of the signers.
 */
@Singleton
class PublicFigures {
    private final PublicFiguresSwitch publicSwitch;
    private final ClosedPeriods periods;
    private final BriefService briefService;
    private final FrozenReach reach;

    PublicFigures(
            PublicFiguresSwitch publicSwitch, ClosedPeriods periods, BriefService briefService, FrozenReach reach) {
        this.publicSwitch = publicSwitch;
        this.periods = periods;
        this.briefService = briefService;
        this.reach = reach;
    }

    /** The public figures of a period, with their words and chart. */
    record Published(
            String key,
            String words,
            FrozenFigures figures,
            String hash,
            BriefView view,
            ReachView.@Nullable ClimbView climb) {}

    /**
     * All public figures, the latest period first.
     *
     * @throws NotFound while the figures are not public
     */
    @Transactional
    List<Published> all() {
        requireOpen();
        return periods.approved().stream()
                .sorted(Comparator.comparing((ClosedPeriod each) -> reach.lastDay(each.periodKey()))
                        .thenComparing(each -> reach.firstDay(each.periodKey()))
                        .reversed())
                .map(this::published)
                .toList();
    }

    /** @throws NotFound while the figures are not public, or if the period is not approved */
    @Transactional
    Published of(String period) {
        requireOpen();
        return periods.ofPeriod(period)
                .filter(each -> each.state() == ClosedPeriod.State.APPROVED)
                .map(this::published)
                .orElseThrow(NotFound::new);
    }

    private void requireOpen() {
        if (!publicSwitch.standing().on()) {
            throw new NotFound();
        }
    }

    private Published published(ClosedPeriod closed) {
        var briefs = periods.briefs(closed);
        var figures = briefs.isEmpty() ? closed.figures().figures() : periods.figures(closed, briefs.getLast());
        var hash = briefs.isEmpty() ? closed.figures().hash() : briefs.getLast().hash();
        var changed = briefs.isEmpty() || briefs.getLast().changed().isEmpty()
                ? null
                : briefs.getLast().changed();
        var issued = briefs.isEmpty() ? "" : TextFormat.time(briefs.getLast().issuedAt());
        var stamp = BriefView.Stamp.unsigned(issued, figures, hash, changed);
        var days = briefService.days(closed.periodKey());
        return new Published(
                closed.periodKey(),
                days.words(),
                figures,
                hash,
                BriefWords.view(figures, days, briefs.size(), stamp),
                reach.climb(figures));
    }
}
