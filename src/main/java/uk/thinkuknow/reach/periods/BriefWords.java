package uk.thinkuknow.reach.periods;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.thinkuknow.attendance.check.FigureCheck;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.FigureText;
import uk.thinkuknow.counting.PendingReturns;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.report.ReachTable;
import uk.thinkuknow.reach.totals.TargetSlices;

/** Writes the sentences and tables of a brief from frozen figures. */
final class BriefWords {
    /** The key of adults at training, among those of audiences. */
    static final String TRAINED = "professionals-trained";

    private static final List<String> AUDIENCES = List.of("assembly", "parents", "staff", "professionals", TRAINED);

    private BriefWords() {}

    /**
     * The name and the days of the closed period that a brief is about.
     *
     * @param targets true if periods of this kind can have targets
     * @param overYears true if it crosses the start of a school year
     */
    record Days(String words, LocalDate first, LocalDate last, boolean targets, boolean overYears) {
        private static final int LONGER_THAN_A_TERM = 9;

        /** Returns whether the period is a school year, and not a term or a quarter. */
        boolean isYear() {
            return targets && first.plusMonths(LONGER_THAN_A_TERM).isBefore(last);
        }

        /** The name inside a sentence. A quarter's name begins with a month and keeps its capital. */
        String lower() {
            return targets ? words.substring(0, 1).toLowerCase(Locale.UK) + words.substring(1) : words;
        }
    }

    /** The content of a brief. */
    static BriefView view(FrozenFigures figures, Days days, int number, BriefView.Stamp stamp) {
        var total = figures.total();
        var target = total.target();
        var head = new BriefView.Head(
                Words.of(
                        "periods.briefTitle",
                        total.fresh(),
                        total.newToYear().text().range(),
                        isPart(total),
                        days.lower(),
                        target == null ? "none" : percent(total.fresh(), target)),
                lede(figures, days),
                Words.of("periods.brief", number));
        var tables = new BriefView.Tables(
                rows(figures, "nation"),
                rows(figures, "region"),
                rows(figures, "band").stream().map(BriefWords::ages).toList(),
                row(total),
                new BriefView.Columns(
                        days.targets(),
                        days.targets()
                                && rows(figures, "band").stream()
                                        .anyMatch(row -> !row.target().isEmpty()),
                        Words.of(isPart(total) ? "periods.new" : "periods.reached"),
                        total.toConfirm() != null));
        return new BriefView(head, facts(figures, days), besides(figures), tables, notes(figures, days), stamp);
    }

    private static String lede(FrozenFigures figures, Days days) {
        var total = figures.total();
        var target = total.target();
        var words = new ArrayList<String>();
        words.add(Words.of("periods.fromTo", TextFormat.day(days.first()), TextFormat.day(days.last())));
        if (target != null) {
            int more = total.fresh() - target;
            words.add(
                    more >= 0
                            ? Words.of("periods.targetMet", target, more)
                            : Words.of("periods.targetMissed", -more, target));
        }
        if (isPart(total)) {
            words.add(Words.of("periods.newInTerm", total.ofPeriod().text().inWords()));
        }
        return String.join(" ", words);
    }

    /** Returns whether some children had a lesson earlier in the year, so that "reached" and "new" differ. */
    private static boolean isPart(ReachTable.Row total) {
        return total.reach() != total.fresh();
    }

    private static List<BriefView.Fact> facts(FrozenFigures figures, Days days) {
        var total = figures.total();
        var facts = new ArrayList<BriefView.Fact>();
        facts.add(new BriefView.Fact(
                Words.of(isPart(total) ? "periods.childrenNew" : "periods.childrenReached"),
                total.newToYear().text().number(),
                total.newToYear().text().range()));
        var target = total.target();
        if (days.targets()) {
            facts.add(new BriefView.Fact(
                    Words.of("periods.target"),
                    target == null ? Words.of("periods.fact.none") : TextFormat.number(target),
                    target == null
                            ? Words.of("periods.fact.wasSet")
                            : Words.of("periods.fact.reached", percent(total.fresh(), target))));
        } else {
            facts.add(new BriefView.Fact(
                    Words.of("periods.largestAlone"),
                    TextFormat.number(total.largestSession()),
                    Words.of("periods.fact.noCards")));
        }
        facts.add(new BriefView.Fact(
                Words.of("periods.fact.lessons"),
                TextFormat.number(total.sessions()),
                Words.of("periods.attendancesIn", total.attendances(), figures.schools())));
        facts.add(new BriefView.Fact(
                Words.of("periods.awaitingReturns"),
                TextFormat.number(total.awaiting()),
                Words.of("periods.fact.awaiting")));
        factToConfirm(total).ifPresent(facts::add);
        return facts;
    }

    /** Returns to be confirmed; empty in figures that were frozen without their number. */
    private static Optional<BriefView.Fact> factToConfirm(ReachTable.Row row) {
        if (row.toConfirm() == null) {
            return Optional.empty();
        }
        var pending = row.pending();
        return Optional.of(new BriefView.Fact(
                Words.of("periods.toConfirm"),
                TextFormat.number(pending.toConfirm()),
                Words.of("periods.fact.toConfirm", pending.toConfirm(), pending.toConfirmChildren())));
    }

    private static List<String> notes(FrozenFigures figures, Days days) {
        var notes = new ArrayList<String>();
        notes.add(once(days) + " " + Words.of("periods.onlySigned"));
        var total = figures.total();
        if (days.targets()) {
            notes.add(Words.of(
                    "periods.check", isPart(total), total.ofPeriod().text().inWords(), total.largestSession()));
        }
        var quality = figures.quality();
        int marks = quality.gradeA() + quality.gradeB() + quality.gradeC();
        if (marks > 0) {
            notes.add(Words.of(
                    "periods.howCounted",
                    percent(quality.gradeA(), marks),
                    percent(quality.gradeB(), marks),
                    percent(quality.gradeC(), marks)));
        }
        notes.add(asked(figures.check()));
        var byRisk = figures.check().sentenceByRisk();
        if (byRisk != null) {
            notes.add(byRisk);
        }
        notes.add(Words.of(days.overYears() ? "periods.overYears" : "periods.areasAddUp"));
        return notes;
    }

    static String asked(FigureCheck check) {
        return check.asked() == 0 ? Words.of("periods.notAsked") : check.sentence();
    }

    /**
     * Says over which time a child counts once. In a term or a year that is the school year, in a quarter the quarter.
     */
    private static String once(Days days) {
        if (!days.targets()) {
            return Words.of("periods.once.months");
        }
        return Words.of(days.isYear() ? "periods.once.year" : "periods.once.term");
    }

    private static List<BriefView.Fact> besides(FrozenFigures figures) {
        var besides = new ArrayList<BriefView.Fact>();
        var trained = figures.professionals();
        var target = trained.target();
        besides.add(new BriefView.Fact(
                Words.of("periods.fact.trained"),
                TextFormat.number(trained.people()),
                target == null
                        ? Words.of("periods.eachOnce")
                        : Words.of("periods.fact.ofTarget", percent(trained.people(), target), target)));
        figures.others()
                .forEach((key, heads) -> besides.add(new BriefView.Fact(
                        TextFormat.capitalised(audience(key)),
                        TextFormat.number(heads),
                        Words.of("periods.fact.heads"))));
        return besides;
    }

    /** The audience in words. */
    static String audience(String key) {
        return AUDIENCES.contains(key) ? Words.of("periods.audience." + key) : key;
    }

    private static List<BriefView.Row> rows(FrozenFigures figures, String by) {
        return figures.tables().getOrDefault(by, List.of()).stream()
                .map(BriefWords::row)
                .toList();
    }

    private static BriefView.Row ages(BriefView.Row row) {
        return new BriefView.Row(
                TargetSlices.name(row.name()),
                row.target(),
                row.reached(),
                row.share(),
                row.awaiting(),
                row.toConfirm());
    }

    private static BriefView.Row row(ReachTable.Row row) {
        boolean known = row.sessions() > 0;
        var target = row.target();
        return new BriefView.Row(
                row.name(),
                target == null ? "" : TextFormat.number(target),
                known ? row.newToYear().text() : FigureText.UNKNOWN,
                target == null || target == 0 || !known ? "" : percent(row.fresh(), target),
                TextFormat.number(row.awaiting()),
                row.toConfirm() == null ? null : toConfirm(row.pending()));
    }

    private static String toConfirm(PendingReturns pending) {
        return pending.toConfirm() == 0
                ? TextFormat.number(0)
                : Words.of("periods.returnsOfChildren", pending.toConfirm(), pending.toConfirmChildren());
    }

    private static String percent(int part, int whole) {
        return TextFormat.percent(part, whole) + "%";
    }
}
