package uk.thinkuknow.programme;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.PeopleService;

/** The door to targets: children new to the year whom a term is to reach, by region, for one band or for all. */
@Singleton
public class TargetService {
    static final int AT_MOST = 9_999_999;

    private final Targets targets;
    private final PeopleService people;
    private final Clock clock;

    TargetService(Targets targets, PeopleService people, Clock clock) {
        this.targets = targets;
        this.people = people;
        this.clock = clock;
    }

    /** A cell of the grid. */
    record Cell(String regionKey, String term) {}

    /** What was saved, with what stood before: a null is no target. */
    record Saved(
            Cell cell, @Nullable Integer before, @Nullable Integer now) {}

    /**
     * Sets a region's target for a term, for all bands together.
     *
     * @param term "autumn", "spring" or "summer"
     * @param by the name of who set it
     */
    @Transactional
    public void set(String year, String term, String regionKey, int children, String by) {
        set(year, term, regionKey, Target.EVERY_BAND, children, by);
    }

    /** Sets a region's target for a term and a band. */
    @Transactional
    public void set(String year, String term, String regionKey, String band, int children, String by) {
        if (children < 0 || children > AT_MOST || !Period.TERMS.contains(term)) {
            throw new IllegalArgumentException("no target: " + term + ", " + children);
        }
        var at = clock.instant();
        targets.of(year, term, regionKey, band)
                .ifPresentOrElse(
                        target -> target.set(children, by, at),
                        () -> targets.persist(new Target(year, term, regionKey, band, children, by, at)));
    }

    /** The targets of a year for a band, or for all bands together, cell by cell. */
    @Transactional
    Map<Cell, Target> ofYear(String year, String band) {
        var cells = new LinkedHashMap<Cell, Target>();
        for (var target : targets.of(year)) {
            if (target.band().equals(band)) {
                cells.put(new Cell(target.regionKey(), target.term()), target);
            }
        }
        return cells;
    }

    /**
     * Saves every cell of a band, or of all bands together, that differs, or none of them.
     *
     * @param wanted children by cell; null takes the target away
     * @param token of the targets as the typist saw them
     * @throws TargetsChangedMeanwhile if they are no longer so
     */
    @Transactional
    List<Saved> save(String year, String band, Map<Cell, @Nullable Integer> wanted, String token) {
        var stand = ofYear(year, band);
        if (!token(stand).equals(token)) {
            throw new TargetsChangedMeanwhile();
        }
        var by = people.me().name();
        var saved = wanted.entrySet().stream()
                .map(each -> new Saved(each.getKey(), children(stand.get(each.getKey())), each.getValue()))
                .filter(each -> !Objects.equals(each.before(), each.now()))
                .toList();
        for (var each : saved) {
            var children = each.now();
            if (children == null) {
                targets.delete(Objects.requireNonNull(stand.get(each.cell())));
            } else {
                set(year, each.cell().term(), each.cell().regionKey(), band, children, by);
            }
            people.note(
                    by,
                    "set a target",
                    "targets " + year,
                    "%s, %s, %s: from %s to %s"
                            .formatted(
                                    each.cell().regionKey(),
                                    each.cell().term(),
                                    InWords.band(band),
                                    each.before() == null ? "none" : each.before(),
                                    each.now() == null ? "none" : each.now()));
        }
        targets.flush();
        return saved;
    }

    /** What was set for the terms of a period. */
    @Transactional
    TargetSums sums(Period period) {
        var terms = Period.TERMS.subList(period.first(), period.last() + 1);
        return new TargetSums(targets.of(period.year()).stream()
                .filter(target -> terms.contains(target.term()))
                .map(target -> new TargetSums.One(target.regionKey(), target.band(), target.children()))
                .toList());
    }

    /** Changes whenever a target of the year does. */
    static String token(Map<Cell, Target> stand) {
        int token = 7;
        for (var each : stand.entrySet()) {
            token += 31 * each.getKey().hashCode()
                    ^ (each.getValue().version() * 131 + each.getValue().children() + 17);
        }
        return Integer.toHexString(token) + "-" + stand.size();
    }

    private static @Nullable Integer children(@Nullable Target target) {
        return target == null ? null : target.children();
    }
}
