package uk.thinkuknow.reach.periods;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.ReachFigure;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.reach.frozen.FrozenReach;
import uk.thinkuknow.reach.periods.ClosedPeriod.State;
import uk.thinkuknow.web.Cell;
import uk.thinkuknow.web.TableQuery;

/** Builds the pages of closed periods and their briefs. */
@Singleton
class PeriodPages {
    private final ClosedPeriods periods;
    private final ClosedPeriodService closedPeriodService;
    private final BriefService briefService;
    private final FrozenReach reach;
    private final PeopleService people;

    PeriodPages(
            ClosedPeriods periods,
            ClosedPeriodService closedPeriodService,
            BriefService briefService,
            FrozenReach reach,
            PeopleService people) {
        this.periods = periods;
        this.closedPeriodService = closedPeriodService;
        this.briefService = briefService;
        this.reach = reach;
        this.people = people;
    }

    /** A closed period as shown in lists and headings. */
    record Line(String id, String key, String words, State state, Frozen frozen, Signatures hands) {
        public boolean isApproved() {
            return state == State.APPROVED;
        }

        /** The state in a word and a colour. */
        public Cell tag() {
            return switch (state) {
                case APPROVED -> Cell.tag(Words.of("periods.approved"), "green", "✓");
                case SIGNED -> Cell.tag(Words.of("periods.waits"), "orange", "!");
                case REFUSED -> Cell.tag(Words.of("periods.refused"), "red", "✕");
            };
        }
    }

    /** The frozen headline figure, its moment and its hash. */
    record Frozen(ReachFigure children, String asAt, String hash) {}

    /** The people who signed and decided on a closed period, with the note and the decision. */
    record Signatures(String signed, String note, @Nullable String decided) {}

    /** An adjustment of a closed period, formatted for the page of the period. */
    record AdjustmentView(int number, String asAt, String words, String areas, String hash) {}

    /**
     * An issued brief in the list on its period's page.
     *
     * @param forPublic false if it shows numbers of too few schools or children, because it was issued before these were
     *     hidden
     */
    record BriefLine(
            int number,
            String issued,
            String by,
            String hash,
            @Nullable String changed,
            @Nullable Correction correction,
            boolean forPublic) {}

    /**
     * How the ranges in a brief differ from the counting rules.
     *
     * @param edition the number of the corrected edition; null until it is issued
     */
    record Correction(String words, @Nullable Integer edition) {}

    /** Says which acts on a closed period the user may do now; correct if its latest brief needs a corrected edition. */
    record AllowedActs(boolean approve, boolean refuse, boolean look, boolean derive, boolean issue, boolean correct) {}

    /** A stored brief with its period and its figures. */
    record IssuedBrief(Line period, Brief brief, BriefLine line, ShownFigures figures) {
        /** The JSON whose SHA-256 is the hash of the brief. */
        String json() {
            return line.forPublic()
                    ? figures.json()
                    : FiguresJson.of(figures.figures()).json();
        }
    }

    @Transactional
    PeriodsResource.PeriodsPage list(StaffMember me, @Nullable String problem, TableQuery query) {
        var all = rows();
        var closed = all.stream()
                .map(PeriodTable.Row::line)
                .filter(each -> each.state() != State.REFUSED)
                .map(Line::key)
                .collect(Collectors.toSet());
        return new PeriodsResource.PeriodsPage(
                PeriodTable.of().view(query, all),
                reach.over().stream()
                        .filter(each -> !closed.contains(each.key()))
                        .toList(),
                me.is(Role.MANAGER),
                problem);
    }

    @Transactional
    Response csv(TableQuery query) {
        return PeriodTable.of().csv(query, rows(), "periods.csv");
    }

    private List<PeriodTable.Row> rows() {
        return periods.latestFirst().stream()
                .map(each -> new PeriodTable.Row(each, line(each), reach.lastDay(each.periodKey())))
                .sorted(Comparator.comparing(PeriodTable.Row::lastDay).reversed())
                .toList();
    }

    @Transactional
    PeriodsResource.ClosePage preview(String key, String typed, @Nullable String problem) {
        var figures = closedPeriodService.preview(key);
        var days = briefService.days(key);
        var stamp =
                BriefView.Stamp.unsigned("", figures, FiguresJson.of(figures).hash(), null);
        return new PeriodsResource.ClosePage(
                key, days.words(), BriefWords.view(figures, days, 1, stamp), typed, problem);
    }

    @Transactional
    PeriodsResource.PeriodPage period(StaffMember me, String id, String typed, @Nullable String problem) {
        var closed = periods.called(id).orElseThrow(NotFound::new);
        var latest = periods.latest(closed);
        var stamp = BriefView.Stamp.unsigned("", latest, FiguresJson.of(latest).hash(), null);
        boolean manages = me.is(Role.MANAGER);
        boolean approved = closed.state() == State.APPROVED;
        boolean signed = closed.state() == State.SIGNED;
        return new PeriodsResource.PeriodPage(
                line(closed),
                BriefWords.view(latest, briefService.days(closed.periodKey()), 1, stamp),
                adjustments(closed),
                briefs(closed),
                new AllowedActs(
                        manages && signed && closed.signedBy() != me.id(),
                        manages && signed,
                        manages && approved,
                        manages || me.is(Role.AUDITOR),
                        manages && approved,
                        manages && approved && periods.correction(closed).isPresent()),
                typed,
                problem);
    }

    /** @throws NotFound if there is no such brief */
    @Transactional
    IssuedBrief brief(String id, int number) {
        var closed = periods.called(id).orElseThrow(NotFound::new);
        var brief = periods.briefs(closed).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
        var line = briefs(closed).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
        return new IssuedBrief(line(closed), brief, line, periods.figures(closed, brief));
    }

    private List<AdjustmentView> adjustments(ClosedPeriod closed) {
        var views = new ArrayList<AdjustmentView>();
        var before = closed.figures().figures();
        for (var adjustment : periods.adjustments(closed)) {
            var now = adjustment.figures().figures();
            var change = FiguresDifference.of(before, now);
            views.add(new AdjustmentView(
                    adjustment.number(),
                    TextFormat.time(adjustment.asAt()),
                    change.words(),
                    change.areas().stream()
                            .map(area -> area.name() + " " + FiguresDifference.signed(area.reach()))
                            .collect(Collectors.joining(", ")),
                    adjustment.figures().hash()));
            before = now;
        }
        return views.reversed();
    }

    private Line line(ClosedPeriod closed) {
        var decider = closed.decidedBy();
        var decidedAt = closed.decidedAt();
        var why = closed.decidedWhy();
        return new Line(
                closed.publicId(),
                closed.periodKey(),
                reach.words(closed.periodKey()),
                closed.state(),
                new Frozen(
                        closed.figures().figures().total().newToYear(),
                        TextFormat.time(closed.asAt()),
                        closed.figures().hash()),
                new Signatures(
                        people.nameOf(closed.signedBy()) + ", " + TextFormat.time(closed.signedAt()),
                        closed.note(),
                        decider == null || decidedAt == null
                                ? null
                                : people.nameOf(decider) + ", " + TextFormat.time(decidedAt)
                                        + (why == null || why.isEmpty() ? "" : ": “" + why + "”")));
    }

    /** The briefs, the latest first. */
    private List<BriefLine> briefs(ClosedPeriod closed) {
        var lines = new ArrayList<BriefLine>();
        Integer edition = null;
        for (var brief : periods.briefs(closed).reversed()) {
            var words = periods.correction(closed, brief).orElse(null);
            lines.add(line(closed, brief, words == null ? null : new Correction(words, edition)));
            edition = brief.printsRanges() ? Integer.valueOf(brief.number()) : edition;
        }
        return lines;
    }

    private BriefLine line(ClosedPeriod closed, Brief brief, @Nullable Correction correction) {
        return new BriefLine(
                brief.number(),
                TextFormat.time(brief.issuedAt()),
                people.nameOf(brief.issuedBy()),
                brief.hash(),
                brief.changed().isEmpty() ? null : brief.changed(),
                correction,
                periods.edition(closed, brief).isPresent());
    }
}
