package uk.thinkuknow.reach.targets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.evidence.EvidenceView;
import uk.thinkuknow.reach.targets.TargetAreas.Area;
import uk.thinkuknow.reach.totals.AreaKind;
import uk.thinkuknow.reach.totals.TargetSlices;

/** Builds the pages of proposals for targets, and the history of an area's targets. */
@Singleton
class TargetProposalPages {
    private final TargetApproval approval;
    private final TargetAreas areas;
    private final PeopleService people;

    TargetProposalPages(TargetApproval approval, TargetAreas areas, PeopleService people) {
        this.approval = approval;
        this.areas = areas;
        this.people = people;
    }

    /** The heading of a proposal for targets: its targets, proposer, time and reason. */
    record Proposed(String id, String title, String by, String when, String why) {
        static Proposed of(TargetApproval.VisibleProposal seen) {
            var proposal = seen.proposal();
            var cell = seen.changes().getFirst().target().cell();
            return new Proposed(
                    proposal.publicId(),
                    Words.of(
                            "targets.proposal",
                            seen.changes().size(),
                            cell.year(),
                            cell.measure().words().toLowerCase(Locale.UK)),
                    proposal.proposedBy(),
                    TextFormat.time(proposal.proposedAt()),
                    proposal.why());
        }
    }

    /** A proposal in the list, with its open changes and the decisions so far. */
    record ProposalRow(Proposed what, long waiting, String outcome) {}

    /**
     * A proposal with its changes.
     *
     * @param own true if the user proposed it
     * @param may true if the user can decide: approve or refuse it, or take back their own
     */
    record ProposalView(Proposed what, boolean own, boolean may, List<ChangeRow> rows) {
        /** The address of the form: the user takes their own proposal back, and decides on those of others. */
        public String action() {
            return "/targets/proposals/" + what.id() + (own ? "/take-back" : "/approve");
        }

        public boolean waits() {
            return rows.stream().anyMatch(ChangeRow::open);
        }
    }

    /** One proposed change of a target, as a row of its proposal. */
    record ChangeRow(
            long id, ChangedTarget what, String was, String wanted, String difference, boolean open, Outcome outcome) {}

    /** The target that a proposed change is for. */
    record ChangedTarget(String area, String kind, String when, String history) {
        public String name() {
            return area + " (" + kind + "), " + when;
        }
    }

    /** The decision on a proposed change in words, with the text and colour of its tag. */
    record Outcome(String words, String tag, String tone) {}

    /** All steps in the history of one target, newest first. */
    record CellHistory(String when, String inForce, List<EvidenceView.Step> steps) {}

    /** The history of the targets of one area. */
    @CheckedTemplate(basePath = "reach/targets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TargetHistoryPage(String area, String measure, String year, String query, List<CellHistory> cells)
            implements TemplateInstance {}

    ProposalRow row(TargetApproval.VisibleProposal seen) {
        return new ProposalRow(
                Proposed.of(seen),
                seen.waiting(),
                seen.changes().stream()
                        .filter(change -> !change.isOpen())
                        .collect(Collectors.groupingBy(
                                change -> outcome(change).tag(), LinkedHashMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(each -> TextFormat.number(Math.toIntExact(each.getValue())) + " "
                                + each.getKey().toLowerCase(Locale.UK))
                        .collect(Collectors.joining(", ")));
    }

    ProposalView proposal(TargetApproval.VisibleProposal seen) {
        var names = names(seen.changes());
        return new ProposalView(
                Proposed.of(seen),
                seen.own(),
                people.me().is(Role.MANAGER),
                seen.changes().stream().map(change -> row(change, names)).toList());
    }

    /** @throws NotFound if the user may not see the area */
    TargetHistoryPage history(TargetTableQuery view, String key) {
        var area = areas.find(view.kind(), key, people.me().scope()).orElseThrow(NotFound::new);
        var cells = new LinkedHashMap<TargetCell, List<TargetChange>>();
        for (var change : approval.history(view.year(), view.measure(), area)) {
            cells.computeIfAbsent(change.target().cell(), cell -> new ArrayList<>())
                    .add(change);
        }
        var order = Comparator.comparing(
                        (TargetCell cell) -> TargetSlices.isBand(cell.slice()) ? cell.slice() : "", AgeRange.OF_KEYS)
                .thenComparing(cell -> (Period.TERMS.indexOf(cell.term()) + 4) % 4);
        return new TargetHistoryPage(
                area.name(),
                view.measure().words(),
                view.year(),
                view.query(),
                cells.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(order))
                        .map(each -> new CellHistory(
                                TextFormat.capitalised(each.getKey().when()),
                                TargetWords.number(
                                        each.getValue().getFirst().target().number()),
                                steps(each.getValue())))
                        .toList());
    }

    private Map<AreaKind, Map<String, String>> names(List<TargetChange> changes) {
        var names = new HashMap<AreaKind, Map<String, String>>();
        for (var change : changes) {
            names.computeIfAbsent(
                    change.target().cell().kind(),
                    kind -> areas.of(kind, Scope.PROGRAMME).stream().collect(Collectors.toMap(Area::key, Area::name)));
        }
        return names;
    }

    private static ChangeRow row(TargetChange change, Map<AreaKind, Map<String, String>> names) {
        var cell = change.target().cell();
        var named = Objects.requireNonNull(names.get(cell.kind())).getOrDefault(cell.area(), cell.area());
        return new ChangeRow(
                change.id(),
                new ChangedTarget(
                        named,
                        cell.kind().one(),
                        cell.when(),
                        "/targets/history?year=%s&of=%s&areas=%s&area=%s"
                                .formatted(
                                        cell.year(),
                                        cell.measure().key(),
                                        cell.kind().key(),
                                        TargetTableQuery.coded(cell.area()))),
                TargetWords.number(change.was()),
                TargetWords.number(change.wanted()),
                TargetWords.difference(change.was(), change.wanted()),
                change.isOpen(),
                outcome(change));
    }

    private static Outcome outcome(TargetChange change) {
        var words = change.isOpen() ? "" : TextFormat.capitalised(TargetWords.outcome(change));
        var tone = switch (change.state()) {
            case PROPOSED -> "orange";
            case APPROVED -> "green";
            case REFUSED -> "red";
            case TAKEN_BACK, REPLACED -> "grey";
        };
        return new Outcome(words, Words.of(change.state()), tone);
    }

    private static List<EvidenceView.Step> steps(List<TargetChange> changes) {
        var steps = new ArrayList<Map.Entry<Instant, EvidenceView.Step>>();
        for (var change : changes) {
            var proposal = change.proposal();
            var at = change.decidedAt();
            if (at != null) {
                var by = change.decidedBy();
                steps.add(step(
                        at,
                        outcome(change).tag() + ": " + TargetWords.number(change.wanted()),
                        by == null ? Words.of("targets.nobodyNeeded") : by,
                        change.decidedWhy()));
            }
            steps.add(step(
                    proposal.proposedAt(),
                    Words.of(
                            "targets.proposedNumber",
                            TargetWords.number(change.wanted()),
                            TargetWords.number(change.was())),
                    proposal.proposedBy(),
                    proposal.why()));
        }
        return steps.stream()
                .sorted(Map.Entry.comparingByKey(Comparator.<Instant>reverseOrder()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map.Entry<Instant, EvidenceView.Step> step(
            Instant at, String act, String who, @Nullable String detail) {
        return Map.entry(
                at,
                new EvidenceView.Step(
                        at.truncatedTo(ChronoUnit.SECONDS).toString(), TextFormat.time(at), act, who, detail, null));
    }
}
