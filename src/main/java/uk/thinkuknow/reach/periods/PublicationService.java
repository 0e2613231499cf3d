package uk.thinkuknow.reach.periods;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.EachInTransaction;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.small.CellEdition;
import uk.thinkuknow.counting.small.SmallNumbers;
import uk.thinkuknow.counting.small.SmallNumbers.Verdict;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.frozen.FrozenReach;
import uk.thinkuknow.reach.frozen.SchoolPart;
import uk.thinkuknow.reach.totals.ClosedPlaces;

/**
 * Publishes the figures of closed periods: decides which numbers are large enough to be shown beside all that was
 * published before, and stores the result as an edition that never changes.
 */
@Singleton
class PublicationService {
    private final ClosedPeriods periods;
    private final FrozenReach reach;
    private final Clock clock;

    PublicationService(ClosedPeriods periods, FrozenReach reach, Clock clock) {
        this.periods = periods;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * Publishes the frozen figures of a period or those of an adjustment.
     *
     * @return the new edition, or the last one if it was made of the same figures
     */
    @Transactional
    PublicEdition publish(ClosedPeriod closed, FrozenFigures figures) {
        var text = FiguresJson.of(figures);
        var before = latest(closed).orElse(null);
        if (before != null && before.madeOf().equals(text.hash())) {
            return before;
        }
        var parts = reach.parts(figures, places(closed, text));
        var shown = shown(figures, parts, before == null ? null : before.figures());
        var edition = new PublicEdition(
                periods.editions().size() + 1,
                closed.id(),
                text.hash(),
                new PublicEdition.Content(shown, changed(closed, before, shown)),
                SchoolPartsFile.write(parts),
                clock.instant());
        periods.add(edition);
        return edition;
    }

    /** The last edition of a period. */
    Optional<PublicEdition> latest(ClosedPeriod closed) {
        var editions = periods.editions(closed);
        return editions.isEmpty() ? Optional.empty() : Optional.of(editions.getLast());
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance(
                "public-editions", Words.of("periods.publishJob"), Schedule.every("1h", "1m"), this::publishMissing);
    }

    /** Publishes the approved periods that have no edition yet, because they were approved before there were any. */
    void publishMissing() {
        List<String> missing = RetryOnConflict.call(() -> periods.approved().stream()
                .filter(closed -> latest(closed).isEmpty())
                .sorted(Comparator.comparing(closed -> Objects.requireNonNull(closed.decidedAt())))
                .map(ClosedPeriod::publicId)
                .toList());
        EachInTransaction.run("a closed period was not published", missing, this::publishAsBefore);
    }

    private void publishAsBefore(String id) {
        var closed = periods.locked(id).orElseThrow(NotFound::new);
        var briefs = periods.briefs(closed);
        publish(
                closed,
                briefs.isEmpty()
                        ? closed.figures().figures()
                        : periods.figures(closed, briefs.getLast()).figures());
    }

    private ClosedPlaces places(ClosedPeriod closed, FiguresJson figures) {
        var places = periods.places(closed);
        return figures.hash().equals(closed.figures().hash()) ? places.placesAtClosing() : places.allPlaces();
    }

    private ShownFigures shown(FrozenFigures figures, List<SchoolPart> parts, @Nullable ShownFigures before) {
        var now = PublicCells.of(figures, parts, days(figures.period()));
        return ShownFigures.of(figures, SmallNumbers.decide(now, earlier()), before);
    }

    /** What readers saw of each edition, oldest first. */
    private List<CellEdition> earlier() {
        var earlier = new ArrayList<CellEdition>();
        for (var edition : periods.editions()) {
            var figures = edition.figures();
            var cells = PublicCells.of(
                    figures.figures(),
                    SchoolPartsFile.read(edition.parts()),
                    days(figures.figures().period()));
            earlier.add(SmallNumbers.shown(cells, List.copyOf(earlier), verdicts(cells, figures)));
        }
        return earlier;
    }

    private static Map<String, Verdict> verdicts(CellEdition cells, ShownFigures figures) {
        var verdicts = new HashMap<String, Verdict>();
        for (var cell : cells.cells()) {
            verdicts.put(
                    cell.key(),
                    figures.hidden().contains(cell.key())
                            ? Verdict.HIDDEN
                            : figures.kept().contains(cell.key()) ? Verdict.KEPT : Verdict.SHOWN);
        }
        return verdicts;
    }

    private PublicCells.Days days(String period) {
        return new PublicCells.Days(reach.firstDay(period), reach.lastDay(period), !reach.hasTargets(period));
    }

    private String changed(ClosedPeriod closed, @Nullable PublicEdition before, ShownFigures now) {
        if (before == null) {
            return periods.briefs(closed).isEmpty() || now.hidden().isEmpty() ? "" : Words.of("periods.corrected");
        }
        return Words.of(
                "periods.sinceEdition",
                TextFormat.time(before.publishedAt()),
                FiguresDifference.of(before.figures(), now).inFull());
    }
}
