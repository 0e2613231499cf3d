package uk.thinkuknow.reach.periods;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.reach.frozen.FrozenReach;
import uk.thinkuknow.reach.report.ReachView;

/**
 * Reads the public figures of approved periods: their latest edition. They never contain current counts, numbers of too
 * few schools or children, or the names of the signers.
 */
@Singleton
class PublicFigures {
    private final PublicFiguresSwitch publicSwitch;
    private final ClosedPeriods periods;
    private final BriefService briefService;
    private final PublicationService publications;
    private final FrozenReach reach;

    PublicFigures(
            PublicFiguresSwitch publicSwitch,
            ClosedPeriods periods,
            BriefService briefService,
            PublicationService publications,
            FrozenReach reach) {
        this.publicSwitch = publicSwitch;
        this.periods = periods;
        this.briefService = briefService;
        this.publications = publications;
        this.reach = reach;
    }

    /**
     * The public figures of a period, with their words and chart.
     *
     * @param document the canonical JSON of their edition, and nothing of what each school contributed to it
     */
    record Published(
            String key,
            String words,
            ShownFigures figures,
            String document,
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
                .flatMap(closed -> published(closed).stream())
                .toList();
    }

    /** @throws NotFound while the figures are not public, or if the period is not approved */
    @Transactional
    Published of(String period) {
        requireOpen();
        return periods.ofPeriod(period)
                .filter(each -> each.state() == ClosedPeriod.State.APPROVED)
                .flatMap(this::published)
                .orElseThrow(NotFound::new);
    }

    private void requireOpen() {
        if (!publicSwitch.standing().on()) {
            throw new NotFound();
        }
    }

    /** A period without an edition is not published yet. */
    private Optional<Published> published(ClosedPeriod closed) {
        return publications.latest(closed).map(edition -> published(closed, edition));
    }

    private Published published(ClosedPeriod closed, PublicEdition edition) {
        var briefs = periods.briefs(closed);
        boolean inBrief = !briefs.isEmpty() && briefs.getLast().hash().equals(edition.hash());
        var changed = inBrief ? briefs.getLast().changed() : edition.changed();
        var shown = edition.figures();
        var stamp = BriefView.Stamp.unsigned(
                inBrief ? TextFormat.time(briefs.getLast().issuedAt()) : "",
                shown.figures(),
                edition.hash(),
                changed.isEmpty() ? null : changed);
        var days = briefService.days(closed.periodKey());
        return new Published(
                closed.periodKey(),
                days.words(),
                shown,
                edition.document(),
                edition.hash(),
                BriefWords.view(shown, days, briefs.size(), stamp),
                reach.climb(shown.figures()));
    }
}
