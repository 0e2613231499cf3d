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
import uk.thinkuknow.common.InWords;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.reach.targets.TargetProposal.Hand;
import uk.thinkuknow.reach.totals.AreaKind;

/** The door to targets: what is in force, and what a manager proposes instead. */
@Singleton
public class TargetService {
    static final int AT_MOST = 9_999_999;
    static final int WHY_AT_MOST = 400;

    private final Targets targets;
    private final TargetChanges changes;
    private final TargetProposals proposals;
    private final TargetAreas areas;
    private final PeopleService people;
    private final Clock clock;

    TargetService(
            Targets targets,
            TargetChanges changes,
            TargetProposals proposals,
            TargetAreas areas,
            PeopleService people,
            Clock clock) {
        this.targets = targets;
        this.changes = changes;
        this.proposals = proposals;
        this.areas = areas;
        this.people = people;
        this.clock = clock;
    }

    /** How a cell stands: the number in force, the version that moves with every change, and what waits for approval. */
    record Standing(
            @Nullable Integer number, int version, @Nullable Waiting waiting) {
        static final Standing NONE = new Standing(null, 0, null);
    }

    /** A number that waits for approval. */
    record Waiting(@Nullable Integer wanted, String by, String proposal) {}

    /** A number that was typed for a cell, and how the cell stood on the page it was typed on. */
    record Wanted(TargetCell cell, @Nullable Integer number, Seen seen) {
        boolean isChanged() {
            return !Objects.equals(number, seen.number());
        }
    }

    /** How a cell stood when a page was made. */
    record Seen(@Nullable Integer number, int version) {}

    /** The cells of a table that ever had a number, or have one that waits. */
    @Transactional
    Map<TargetCell, Standing> standing(String year, Measure measure, AreaKind kind) {
        var waiting = new HashMap<Long, Waiting>();
        for (var change : changes.open(year, measure, kind)) {
            var proposal = change.proposal();
            waiting.put(change.target().id(), new Waiting(change.wanted(), proposal.proposedBy(), proposal.publicId()));
        }
        var standing = new HashMap<TargetCell, Standing>();
        for (var target : targets.of(year, measure, kind)) {
            standing.put(target.cell(), new Standing(target.number(), target.version(), waiting.get(target.id())));
        }
        return standing;
    }

    /** Every number of a year that is in force. */
    @Transactional
    public Map<TargetCell, Integer> inForce(String year, Measure measure) {
        var numbers = new HashMap<TargetCell, Integer>();
        for (var target : targets.inForce(year, measure)) {
            numbers.put(target.cell(), Objects.requireNonNull(target.number()));
        }
        return numbers;
    }

    /** The children that are to be reached in a period, as far as that was approved. */
    @Transactional
    public TargetSums sums(Period period) {
        return TargetSums.of(period, inForce(period.year(), Measure.CHILDREN));
    }

    /**
     * Proposes the numbers that differ from what their typist saw, all of them or none; a second manager has to approve them.
     *
     * @return the name of the proposal in addresses
     * @throws NotFound for an area that is not hers to see
     * @throws TargetsChangedMeanwhile if one of the cells is not any more as she saw it
     * @throws Refused without a reason, or if nothing differs
     */
    @Transactional
    public PublicId propose(List<Wanted> wanted, String why) {
        var me = people.me();
        var reason =
                reason(why, "Say why these numbers change. Whoever approves them, and whoever looks back, reads it.");
        var changed = wanted.stream().filter(Wanted::isChanged).toList();
        if (changed.isEmpty()) {
            throw new Refused("No number differs from what is in force, so there is nothing to propose.");
        }
        var names = names(changed, me);
        var rows = targets.locked(changed.stream().map(Wanted::cell).toList());
        requireAsSeen(changed, rows, names);
        var proposal = write(reason, me, clock.instant());
        var proposed = changed.stream()
                .filter(each -> put(proposal, row(rows, each.cell()), each.number(), hand(me)))
                .count();
        if (proposed == 0) {
            throw new Refused("Just these numbers wait for approval already, so there is nothing to propose.");
        }
        note(me.name(), "proposed targets", changed.getFirst().cell().year(), proposed, reason);
        return new PublicId(proposal.publicId());
    }

    /**
     * Puts targets into force with their history, as a demo begins with.
     *
     * @param by the user name of whoever proposed them
     * @param approvedBy of whoever approved them, not the same; null leaves them waiting
     */
    @Transactional
    public void bringIn(List<Brought> numbers, String why, String by, @Nullable String approvedBy, Instant at) {
        var proposal = write(why, people.called(by).orElseThrow(), at);
        var second = approvedBy == null ? null : hand(people.called(approvedBy).orElseThrow());
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

    /** A target as a demo names it, by keys. */
    public record Brought(
            String year, String measure, String kind, String area, String term, String slice, int number) {}

    /** @throws Refused if it is empty or too long */
    static String reason(String why, String missing) {
        var reason = why.strip();
        if (reason.isEmpty()) {
            throw new Refused(missing);
        }
        if (reason.length() > WHY_AT_MOST) {
            throw new Refused("Say it in at most %d characters; this has %d.".formatted(WHY_AT_MOST, reason.length()));
        }
        return reason;
    }

    static Hand hand(StaffMember member) {
        return new Hand(member.id(), member.name());
    }

    void note(String by, String act, String year, long count, String detail) {
        people.note(by, act, "targets " + year, InWords.counted((int) count, "target", "targets") + ": " + detail);
    }

    private Map<TargetCell, String> names(List<Wanted> changed, StaffMember me) {
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

    private void requireAsSeen(List<Wanted> changed, Map<TargetCell, Target> rows, Map<TargetCell, String> names) {
        var news = changed.stream()
                .filter(each -> row(rows, each.cell()).version() != each.seen().version())
                .map(each -> changes.lastOf(row(rows, each.cell()))
                        .map(change -> TargetWords.lately(change, String.valueOf(names.get(each.cell()))))
                        .orElseThrow(NotFound::new))
                .toList();
        if (!news.isEmpty()) {
            throw new TargetsChangedMeanwhile(news);
        }
    }

    private TargetProposal write(String why, StaffMember by, Instant at) {
        var proposal = new TargetProposal(PublicId.draw(), why, hand(by), at);
        proposals.persist(proposal);
        return proposal;
    }

    private boolean put(TargetProposal proposal, Target target, @Nullable Integer number, Hand by) {
        var before = changes.openFor(target);
        if (before.isPresent() && Objects.equals(before.get().wanted(), number)) {
            return false;
        }
        before.ifPresent(open -> {
            open.giveWay(by, clock.instant());
            changes.flush(); // one open change a cell: the table wants the old one closed before the new one is there
        });
        changes.persist(new TargetChange(proposal, target, number));
        return true;
    }

    private static Target row(Map<TargetCell, Target> rows, TargetCell cell) {
        return Objects.requireNonNull(rows.get(cell));
    }
}
