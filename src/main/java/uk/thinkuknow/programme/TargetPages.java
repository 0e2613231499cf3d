package uk.thinkuknow.programme;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.Role;
import uk.thinkuknow.programme.ReachView.Choice;
import uk.thinkuknow.programme.TargetAreas.Area;
import uk.thinkuknow.shared.NotFound;

/** Puts the pages about targets together. */
@Singleton
class TargetPages {
    static final String KEPT = "There is a problem. Nothing was saved, and everything you typed is kept";

    /** A form takes a thousand fields: a row has one for each cell and one that says how they stood. */
    private static final int FIELDS_AT_MOST = 900;

    private final TargetService targets;
    private final TargetApproval approval;
    private final TargetAreas areas;
    private final Calendar calendar;
    private final PeopleService people;

    TargetPages(
            TargetService targets,
            TargetApproval approval,
            TargetAreas areas,
            Calendar calendar,
            PeopleService people) {
        this.targets = targets;
        this.approval = approval;
        this.areas = areas;
        this.calendar = calendar;
        this.people = people;
    }

    /** What stands above a table: what is wrong, what was filled in and not saved yet, and the reason that was typed. */
    record Notes(
            @Nullable String title,
            List<Problem> problems,
            @Nullable String filled,
            String why,
            String factor,
            int unit) {
        static final Notes NONE = new Notes(null, List.of(), null, "", "", 1);

        static Notes filled(String sentence) {
            return filled(sentence, "", 1);
        }

        static Notes filled(String sentence, String factor, int unit) {
            return new Notes(null, List.of(), sentence, "", factor, unit);
        }

        static Notes wrong(String title, List<Problem> problems, String why) {
            return new Notes(title, problems, null, why, "", 1);
        }

        public boolean wantsReason() {
            return problems.stream().anyMatch(problem -> problem.href().equals("#why"));
        }

        /** Pages of a copy are copies too. */
        public String copying() {
            return factor.isEmpty() ? "" : "&factor=" + TargetView.coded(factor) + "&unit=" + unit;
        }
    }

    /** What is wrong, and where on the page. */
    record Problem(String words, String href) {}

    /** What may be shown instead. */
    record Choices(List<Choice> years, List<Choice> measures, List<Choice> kinds, List<Choice> across) {}

    /** The page on which a table is pasted. */
    record Pasting(String title, String query, List<String> headings) {}

    /** What was pasted: the areas that differ from what is in force, or what is wrong. */
    record Pasted(List<Area> areas, List<String> wrong) {
        String sentence(long changes) {
            return changes == 0
                    ? "The pasted table says what is in force already: nothing differs."
                    : InWords.counted((int) changes, "target differs", "targets differ")
                            + " from what is in force. Nothing is saved yet.";
        }
    }

    record ProposalRow(String id, String title, String by, String when, String why, long waiting, String outcome) {}

    /**
     * A proposal.
     *
     * @param own was it proposed by whoever looks?
     * @param may may she decide on it: approve and refuse, or take back what is her own?
     */
    record ProposalView(
            String id,
            String title,
            String by,
            String when,
            String why,
            boolean own,
            boolean may,
            List<ChangeRow> rows) {
        public boolean waits() {
            return rows.stream().anyMatch(ChangeRow::open);
        }
    }

    record ChangeRow(
            long id, Named what, String was, String wanted, String difference, boolean open, Outcome outcome) {}

    /** Which target it is. */
    record Named(String area, String kind, String when, String history) {}

    record Outcome(String words, String tag, String tone) {}

    /** Everything that was proposed for one target, newest first. */
    record CellHistory(String when, String inForce, List<EvidenceView.Step> steps) {}

    @CheckedTemplate(basePath = "programme", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TargetHistoryPage(String area, String measure, String year, String query, List<CellHistory> cells)
            implements TemplateInstance {}

    /** @throws NotFound for a year or anything else that there is not */
    TargetView view(TargetView.Asked asked) {
        return TargetView.of(calendar.period(asked.year(), null).year(), asked);
    }

    TargetsResource.TargetsPage table(TargetGrid grid, Notes notes) {
        var me = people.me();
        return new TargetsResource.TargetsPage(
                grid, choices(grid.view(), me.regionKey()), notes, me.is(Role.MANAGER), approval.count(true));
    }

    static List<Problem> problems(TargetGrid grid) {
        return grid.rows().stream()
                .flatMap(row -> row.cells().stream()
                        .filter(cell -> cell.error() != null)
                        .map(cell -> new Problem(
                                row.name() + ", " + cell.column().name() + ": " + cell.error(), "#" + cell.id())))
                .toList();
    }

    static Pasting pasting(TargetView view) {
        var headings = new ArrayList<>(List.of("Key", "Area"));
        view.columns().forEach(column -> headings.add(column.name()));
        return new Pasting(
                "%s, %s, %s"
                        .formatted(
                                view.measure().words(),
                                view.kind().many(),
                                TargetView.heldName(view.held(), view.measure()).toLowerCase(Locale.UK)),
                view.query(),
                headings);
    }

    Pasted pasted(TargetView view, TargetTable.Read read) {
        if (!read.wrong().isEmpty()) {
            return new Pasted(List.of(), read.wrong());
        }
        var inForce = targets.inForce(view.year(), view.measure());
        var differ = read.areas().stream()
                .filter(area -> view.columns().stream().anyMatch(column -> {
                    var typed = read.typed().get(TargetGrids.field(area, column));
                    return typed != null
                            && !Objects.equals(
                                    TargetNumbers.read(typed).orElse(null), inForce.get(view.cell(area.key(), column)));
                }))
                .toList();
        int atMost = FIELDS_AT_MOST / (view.columns().size() + 1);
        return differ.size() <= atMost
                ? new Pasted(differ, List.of())
                : new Pasted(
                        List.of(),
                        List.of(
                                "%d rows differ from what is in force, and at most %d can be looked over at once. Paste a part of them."
                                        .formatted(differ.size(), atMost)));
    }

    ProposalRow row(TargetApproval.Seen seen) {
        var proposal = seen.proposal();
        return new ProposalRow(
                proposal.publicId(),
                title(seen),
                proposal.proposedBy(),
                InWords.time(proposal.proposedAt()),
                proposal.why(),
                seen.waiting(),
                seen.changes().stream()
                        .filter(change -> !change.isOpen())
                        .collect(Collectors.groupingBy(
                                change -> outcome(change).tag(), LinkedHashMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(each -> InWords.number(Math.toIntExact(each.getValue())) + " "
                                + each.getKey().toLowerCase(Locale.UK))
                        .collect(Collectors.joining(", ")));
    }

    ProposalView proposal(TargetApproval.Seen seen) {
        var proposal = seen.proposal();
        var names = names(seen.changes());
        return new ProposalView(
                proposal.publicId(),
                title(seen),
                proposal.proposedBy(),
                InWords.time(proposal.proposedAt()),
                proposal.why(),
                seen.own(),
                people.me().is(Role.MANAGER),
                seen.changes().stream().map(change -> row(change, names)).toList());
    }

    /** @throws NotFound for an area that is not hers to see */
    TargetHistoryPage history(TargetView view, String key) {
        var area = areas.find(view.kind(), key, people.me().regionKey()).orElseThrow(NotFound::new);
        var cells = new LinkedHashMap<TargetCell, List<TargetChange>>();
        for (var change : approval.history(view.year(), view.measure(), area)) {
            cells.computeIfAbsent(change.target().cell(), cell -> new ArrayList<>())
                    .add(change);
        }
        var order = Comparator.comparing((TargetCell cell) -> Slices.each().indexOf(cell.slice()))
                .thenComparing(cell -> (Period.TERMS.indexOf(cell.term()) + 4) % 4);
        return new TargetHistoryPage(
                area.name(),
                view.measure().words(),
                view.year(),
                view.query(),
                cells.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(order))
                        .map(each -> new CellHistory(
                                InWords.phase(each.getKey().when()),
                                TargetWords.number(
                                        each.getValue().getFirst().target().number()),
                                steps(each.getValue())))
                        .toList());
    }

    private Choices choices(TargetView view, @Nullable String mine) {
        return new Choices(
                calendar.yearsToPlan(view.year()).stream()
                        .map(year -> new Choice(year, year, year.equals(view.year())))
                        .toList(),
                Arrays.stream(Measure.values())
                        .map(each -> new Choice(each.key(), each.words(), each == view.measure()))
                        .toList(),
                Arrays.stream(AreaKind.values())
                        .filter(each -> mine == null || each != AreaKind.NATION)
                        .map(each -> new Choice(each.key(), InWords.phase(each.many()), each == view.kind()))
                        .toList(),
                Arrays.stream(TargetView.Across.values())
                        .map(each -> new Choice(each.key(), each.words(), each == view.across()))
                        .toList());
    }

    private static String title(TargetApproval.Seen seen) {
        var cell = seen.changes().getFirst().target().cell();
        return "%s for %s: %s"
                .formatted(
                        InWords.counted(seen.changes().size(), "target", "targets"),
                        cell.year(),
                        cell.measure().words().toLowerCase(Locale.UK));
    }

    private Map<AreaKind, Map<String, String>> names(List<TargetChange> changes) {
        var names = new HashMap<AreaKind, Map<String, String>>();
        for (var change : changes) {
            names.computeIfAbsent(
                    change.target().cell().kind(),
                    kind -> areas.of(kind, null).stream().collect(Collectors.toMap(Area::key, Area::name)));
        }
        return names;
    }

    private static ChangeRow row(TargetChange change, Map<AreaKind, Map<String, String>> names) {
        var cell = change.target().cell();
        var named = Objects.requireNonNull(names.get(cell.kind())).getOrDefault(cell.area(), cell.area());
        return new ChangeRow(
                change.id(),
                new Named(
                        named,
                        cell.kind().key(),
                        cell.when(),
                        "/targets/history?year=%s&of=%s&areas=%s&area=%s"
                                .formatted(
                                        cell.year(),
                                        cell.measure().key(),
                                        cell.kind().key(),
                                        TargetView.coded(cell.area()))),
                TargetWords.number(change.was()),
                TargetWords.number(change.wanted()),
                TargetWords.difference(change.was(), change.wanted()),
                change.isOpen(),
                outcome(change));
    }

    private static Outcome outcome(TargetChange change) {
        var words = change.isOpen() ? "" : InWords.phase(TargetWords.outcome(change));
        return switch (change.state()) {
            case PROPOSED -> new Outcome(words, "Waits", "orange");
            case APPROVED -> new Outcome(words, "Approved", "green");
            case REFUSED -> new Outcome(words, "Refused", "red");
            case TAKEN_BACK -> new Outcome(words, "Taken back", "grey");
            case REPLACED -> new Outcome(words, "Replaced", "grey");
        };
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
                        by == null ? "nobody: a second manager was not needed yet" : by,
                        change.decidedWhy()));
            }
            steps.add(step(
                    proposal.proposedAt(),
                    "Proposed: %s instead of %s"
                            .formatted(TargetWords.number(change.wanted()), TargetWords.number(change.was())),
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
                        at.truncatedTo(ChronoUnit.SECONDS).toString(), InWords.time(at), act, who, detail));
    }
}
