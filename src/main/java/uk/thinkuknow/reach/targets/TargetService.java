package uk.thinkuknow.reach.targets;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.reach.targets.TargetProposal.ActingManager;
import uk.thinkuknow.reach.totals.AreaKind;
import uk.thinkuknow.reach.totals.TargetSlices;

/** Reads the targets in force, and stores proposals to change them. */
@Singleton
public class TargetService {
    static final int AT_MOST = 9_999_999;
    static final int WHY_AT_MOST = 400;

    private final Targets targets;
    private final TargetChanges changes;
    private final TargetAreas areas;
    private final PeopleService people;
    private final Clock clock;

    TargetService(Targets targets, TargetChanges changes, TargetAreas areas, PeopleService people, Clock clock) {
        this.targets = targets;
        this.changes = changes;
        this.areas = areas;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The state of a target's cell: its number in force, its version, which rises with every proposal and decision, and
     * a number that waits for approval.
     */
    record CellState(
            @Nullable Integer number, int version, @Nullable PendingNumber waiting) {
        static final CellState NONE = new CellState(null, 0, null);
    }

    /** A proposed number that waits for approval, with its proposer and proposal. */
    record PendingNumber(@Nullable Integer wanted, String by, String proposal) {}

    /** A number typed for a target's cell, and the state of the cell on the page where it was typed. */
    record TypedNumber(TargetCell cell, @Nullable Integer number, SeenState seen) {
        boolean isChanged() {
            return !Objects.equals(number, seen.number());
        }
    }

    /** The number and version of a target's cell when the page was made. */
    record SeenState(@Nullable Integer number, int version) {}

    /** The state of each cell of a table that has ever had a number, or for which one was proposed. */
    @Transactional
    Map<TargetCell, CellState> standing(String year, Measure measure, AreaKind kind) {
        var waiting = new HashMap<Long, PendingNumber>();
        for (var change : changes.open(year, measure, kind)) {
            var proposal = change.proposal();
            waiting.put(
                    change.target().id(),
                    new PendingNumber(change.wanted(), proposal.proposedBy(), proposal.publicId()));
        }
        var standing = new HashMap<TargetCell, CellState>();
        for (var target : targets.of(year, measure, kind)) {
            standing.put(target.cell(), new CellState(target.number(), target.version(), waiting.get(target.id())));
        }
        return standing;
    }

    /** The age bands that have a target in a year. */
    @Transactional
    public List<String> bandsOf(String year) {
        return targets.slicesOf(year).stream().filter(TargetSlices::isBand).toList();
    }

    /** The numbers of a measure that are in force for a year or its terms, by cell. */
    @Transactional
    public Map<TargetCell, Integer> inForce(String year, Measure measure) {
        var numbers = new HashMap<TargetCell, Integer>();
        for (var target : targets.inForce(year, measure)) {
            numbers.put(target.cell(), Objects.requireNonNull(target.number()));
        }
        return numbers;
    }

    /** The approved targets for children in a period. */
    @Transactional
    public TargetSums sums(Period period) {
        return TargetSums.of(period, inForce(period.year(), Measure.CHILDREN));
    }

    /**
     * Proposes the changed numbers, all of them or none; they need the approval of a second manager.
     *
     * @return the public id of the proposal
     * @throws NotFound if the user may not see one of the areas
     * @throws TargetsChangedMeanwhile if the version of a cell is newer than on the user's page
     * @throws Refused without a reason, or if nothing differs
     */
    @Transactional
    public PublicId propose(List<TypedNumber> wanted, String why) {
        var me = people.me();
        var reason = reason(why, "targets.whyChange");
        var changed = wanted.stream().filter(TypedNumber::isChanged).toList();
        if (changed.isEmpty()) {
            throw new Refused("targets.noNumberDiffers");
        }
        var names = names(changed, me);
        var rows = targets.locked(changed.stream().map(TypedNumber::cell).toList());
        requireAsSeen(changed, rows, names);
        var proposal = new TargetProposal(PublicId.draw(), reason, ActingManager.of(me), clock.instant());
        var proposed = changed.stream()
                .filter(each -> put(proposal, row(rows, each.cell()), each.number(), ActingManager.of(me)))
                .count();
        if (proposed == 0) {
            throw new Refused("targets.proposedAlready");
        }
        people.note(
                me.name(),
                Words.of("targets.act.proposed"),
                "targets " + changed.getFirst().cell().year(),
                TargetWords.counted((int) proposed, reason));
        return new PublicId(proposal.publicId());
    }

    /**
     * Creates targets with their history for a demo.
     *
     * @param by the user name of the proposer
     * @param approvedBy the user name of another manager as approver; null leaves the targets proposed
     */
    @Transactional
    public void createForDemo(
            List<DemoTarget> numbers, String why, String by, @Nullable String approvedBy, Instant at) {
        var proposal = new TargetProposal(
                PublicId.draw(), why, ActingManager.of(people.byUsername(by).orElseThrow()), at);
        var second = approvedBy == null
                ? null
                : ActingManager.of(people.byUsername(approvedBy).orElseThrow());
        for (var each : numbers) {
            var cell = new TargetCell(
                    each.year(),
                    Measure.of(each.measure()).orElseThrow(),
                    AreaKind.of(each.kind()).orElseThrow(),
                    each.area(),
                    each.term(),
                    each.slice());
            var change = new TargetChange(proposal, row(targets.locked(List.of(cell)), cell), each.number());
            changes.persist(change);
            if (second != null) {
                change.approve(second, at);
            }
        }
    }

    /** A target to create for a demo, with all its keys. */
    public record DemoTarget(
            String year, String measure, String kind, String area, String term, String slice, int number) {}

    /** @throws Refused if it is empty or longer than 400 characters */
    static String reason(String why, String missing) {
        var reason = why.strip();
        if (reason.isEmpty()) {
            throw new Refused(missing);
        }
        if (reason.length() > WHY_AT_MOST) {
            throw new Refused("targets.reasonTooLong", WHY_AT_MOST, reason.length());
        }
        return reason;
    }

    private Map<TargetCell, String> names(List<TypedNumber> changed, StaffMember me) {
        var names = new HashMap<TargetCell, String>();
        var kinds = new HashMap<AreaKind, Map<String, String>>();
        for (var each : changed) {
            var cell = each.cell();
            var shown = kinds.computeIfAbsent(cell.kind(), kind -> {
                var byKey = new HashMap<String, String>();
                areas.of(kind, me.scope()).forEach(area -> byKey.put(area.key(), area.name()));
                return byKey;
            });
            var name = shown.get(cell.area());
            if (name == null) {
                throw new NotFound();
            }
            names.put(cell, name);
        }
        return names;
    }

    private void requireAsSeen(List<TypedNumber> changed, Map<TargetCell, Target> rows, Map<TargetCell, String> names) {
        var news = changed.stream()
                .filter(each -> row(rows, each.cell()).version() != each.seen().version())
                .map(each -> changes.lastOf(row(rows, each.cell()))
                        .map(change -> TargetWords.latestChange(change, String.valueOf(names.get(each.cell()))))
                        .orElseThrow(NotFound::new))
                .toList();
        if (!news.isEmpty()) {
            throw new TargetsChangedMeanwhile(news);
        }
    }

    private boolean put(TargetProposal proposal, Target target, @Nullable Integer number, ActingManager by) {
        var before = changes.openFor(target);
        if (before.isPresent() && Objects.equals(before.get().wanted(), number)) {
            return false;
        }
        before.ifPresent(open -> {
            open.replace(by, clock.instant());
            changes.flush(); // the database allows one open change per cell, so close the old one before inserting the
            // new one
        });
        changes.persist(new TargetChange(proposal, target, number));
        return true;
    }

    private static Target row(Map<TargetCell, Target> rows, TargetCell cell) {
        return Objects.requireNonNull(rows.get(cell));
    }
}
