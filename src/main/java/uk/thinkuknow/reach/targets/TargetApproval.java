package uk.thinkuknow.reach.targets;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.reach.targets.TargetAreas.Area;
import uk.thinkuknow.reach.targets.TargetProposal.ActingManager;
import uk.thinkuknow.reach.targets.TargetProposals.AreaLimit;
import uk.thinkuknow.reach.totals.AreaKind;

/**
 * Reads proposals for targets, and records the decisions on their changes: approved or refused by a second manager, or
 * taken back by the proposer.
 */
@Singleton
class TargetApproval {
    private final TargetChanges changes;
    private final TargetProposals proposals;
    private final TargetAreas areas;
    private final PeopleService people;
    private final Clock clock;

    TargetApproval(
            TargetChanges changes, TargetProposals proposals, TargetAreas areas, PeopleService people, Clock clock) {
        this.changes = changes;
        this.proposals = proposals;
        this.areas = areas;
        this.people = people;
        this.clock = clock;
    }

    /** A proposal with those of its changes that the user may see. */
    record VisibleProposal(TargetProposal proposal, List<TargetChange> changes, boolean own) {
        long waiting() {
            return changes.stream().filter(TargetChange::isOpen).count();
        }
    }

    /**
     * The proposals with changes that the user may see, newest first.
     *
     * @param page counted from 0
     */
    @Transactional
    List<VisibleProposal> page(boolean openOnly, int page, int size) {
        var me = people.me();
        var some = proposals.page(within(me), openOnly, page, size);
        var all = changes.of(some);
        return some.stream()
                .map(proposal -> seen(
                        proposal,
                        all.stream()
                                .filter(change -> change.proposal() == proposal)
                                .toList(),
                        me))
                .toList();
    }

    @Transactional
    long count(boolean openOnly) {
        return proposals.count(within(people.me()), openOnly);
    }

    /** The number of proposals that wait for this manager's decision. */
    @Transactional
    long waitingFor(StaffMember manager) {
        return proposals.waitingFor(within(manager), manager.id());
    }

    /** @throws NotFound if there is no such proposal, or the user may see none of its changes */
    @Transactional
    VisibleProposal proposal(String id) {
        var me = people.me();
        var proposal = proposals.called(id).orElseThrow(NotFound::new);
        var seen = seen(proposal, changes.of(List.of(proposal)), me);
        if (seen.changes().isEmpty()) {
            throw new NotFound();
        }
        return seen;
    }

    /** All changes ever proposed for an area in a year, newest first. */
    @Transactional
    List<TargetChange> history(String year, Measure measure, Area area) {
        return changes.of(year, measure, area.kind(), area.key());
    }

    /** Puts the chosen changes of a proposal into force. */
    @Transactional
    void approve(String id, Set<Long> chosen) {
        var by = people.me();
        decide(
                id,
                chosen,
                by,
                Words.of("targets.act.approved"),
                "",
                change -> change.approve(ActingManager.of(by), clock.instant()));
    }

    /** @throws Refused without a reason */
    @Transactional
    void refuse(String id, Set<Long> chosen, String why) {
        var reason = TargetService.reason(why, "targets.whyRefuse");
        var by = people.me();
        decide(
                id,
                chosen,
                by,
                Words.of("targets.act.refused"),
                reason,
                change -> change.refuse(ActingManager.of(by), clock.instant(), reason));
    }

    @Transactional
    void takeBack(String id, Set<Long> chosen) {
        var by = people.me();
        decide(
                id,
                chosen,
                by,
                Words.of("targets.act.tookBack"),
                "",
                change -> change.takeBack(ActingManager.of(by), clock.instant()));
    }

    private void decide(
            String id, Set<Long> chosen, StaffMember by, String act, String detail, Consumer<TargetChange> decision) {
        changes.lockTargetsOf(id); // targets first, in the same order as a proposal locks them, to avoid deadlocks
        var proposal = proposals.called(id).orElseThrow(NotFound::new);
        var mine = seen(proposal, changes.locked(proposal), by).changes();
        if (mine.isEmpty()) {
            throw new NotFound();
        }
        var some = mine.stream().filter(change -> chosen.contains(change.id())).toList();
        if (some.isEmpty()) {
            throw new Refused("targets.tick");
        }
        some.forEach(decision);
        people.note(
                by.name(),
                act,
                "targets " + some.getFirst().target().cell().year(),
                TargetWords.counted(some.size(), detail.isEmpty() ? proposal.why() : detail));
    }

    private VisibleProposal seen(TargetProposal proposal, List<TargetChange> all, StaffMember me) {
        var within = within(me);
        return new VisibleProposal(
                proposal,
                all.stream()
                        .filter(change -> isIn(change.target().cell(), within))
                        .toList(),
                proposal.isBy(me.id()));
    }

    private static boolean isIn(TargetCell cell, AreaLimit within) {
        return within.all() || within.of(cell.kind()).contains(cell.area());
    }

    private AreaLimit within(StaffMember me) {
        var mine = me.scope();
        return mine.isProgramme()
                ? AreaLimit.ALL
                : new AreaLimit(
                        false,
                        keys(AreaKind.NATION, mine),
                        keys(AreaKind.REGION, mine),
                        keys(AreaKind.AUTHORITY, mine),
                        keys(AreaKind.TRUST, mine));
    }

    private List<String> keys(AreaKind kind, Scope mine) {
        return areas.of(kind, mine).stream().map(Area::key).toList();
    }
}
