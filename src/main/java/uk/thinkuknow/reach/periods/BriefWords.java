package uk.thinkuknow.reach.periods;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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

    private static final String TOTAL = "total";
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

    /** The content of a brief without hidden numbers, for the programme's own pages. */
    static BriefView view(FrozenFigures figures, Days days, int number, BriefView.Stamp stamp) {
        return view(ShownFigures.whole(figures), days, number, stamp);
    }

    /** The content of a brief. */
    static BriefView view(ShownFigures shown, Days days, int number, BriefView.Stamp stamp) {
        var figures = shown.figures();
        var total = figures.total();
        var head = new BriefView.Head(title(shown, days), lede(shown, days), Words.of("periods.brief", number));
        var tables = new BriefView.Tables(
                rows(shown, "nation"),
                rows(shown, "region"),
                rows(shown, "band").stream().map(BriefWords::ages).toList(),
                row(shown, TOTAL, "", total),
                new BriefView.Columns(
                        days.targets(),
                        days.targets()
                                && rows(shown, "band").stream()
                                        .anyMatch(row -> !row.target().isEmpty()),
                        Words.of(isPart(total) ? "periods.new" : "periods.reached"),
                        total.toConfirm() != null));
        return new BriefView(head, facts(shown, days), besides(shown), tables, notes(shown, days), stamp);
    }

    private static String title(ShownFigures shown, Days days) {
        var total = shown.figures().total();
        var target = total.target();
        if (shown.isHidden(TOTAL, "", "new")) {
            return Words.of("periods.briefTitleHidden", days.lower());
        }
        return Words.of(
                "periods.briefTitle",
                total.fresh(),
                shown.newToYear(TOTAL, total).range(),
                isPart(total),
                days.lower(),
                target == null ? "none" : percent(total.fresh(), target));
    }

    private static String lede(ShownFigures shown, Days days) {
        var total = shown.figures().total();
        boolean hidden = shown.isHidden(TOTAL, "", "new");
        var target = total.target();
        var words = new ArrayList<String>();
        words.add(Words.of("periods.fromTo", TextFormat.day(days.first()), TextFormat.day(days.last())));
        if (target != null && !hidden) {
            int more = total.fresh() - target;
            words.add(
                    more >= 0
                            ? Words.of("periods.targetMet", target, more)
                            : Words.of("periods.targetMissed", -more, target));
        }
        if (isPart(total) && !hidden && !shown.isHidden(TOTAL, "", "reach")) {
            words.add(Words.of("periods.newInTerm", shown.ofPeriod(TOTAL, total).inWords()));
        }
        return String.join(" ", words);
    }

    /** Returns whether some children had a lesson earlier in the year, so that "reached" and "new" differ. */
    private static boolean isPart(ReachTable.Row total) {
        return total.reach() != total.fresh();
    }

    private static List<BriefView.Fact> facts(ShownFigures shown, Days days) {
        var figures = shown.figures();
        var total = figures.total();
        var facts = new ArrayList<BriefView.Fact>();
        facts.add(new BriefView.Fact(
                Words.of(isPart(total) ? "periods.childrenNew" : "periods.childrenReached"),
                shown.newToYear(TOTAL, total).number(),
                shown.newToYear(TOTAL, total).range()));
        var target = total.target();
        if (days.targets()) {
            facts.add(new BriefView.Fact(
                    Words.of("periods.target"),
                    target == null ? Words.of("periods.fact.none") : TextFormat.number(target),
                    target == null
                            ? Words.of("periods.fact.wasSet")
                            : shown.isHidden(TOTAL, "", "new")
                                    ? ShownFigures.tooFew()
                                    : Words.of("periods.fact.reached", percent(total.fresh(), target))));
        } else {
            facts.add(new BriefView.Fact(
                    Words.of("periods.largestAlone"),
                    shown.text(TOTAL, "", "largestSession", total.largestSession()),
                    Words.of("periods.fact.noCards")));
        }
        facts.add(new BriefView.Fact(
                Words.of("periods.fact.lessons"),
                shown.text(TOTAL, "", "sessions", total.sessions()),
                shown.isHidden(TOTAL, "", "attendances") || shown.isHidden("schools", "", "schools")
                        ? ShownFigures.tooFew()
                        : Words.of("periods.attendancesIn", total.attendances(), figures.schools())));
        facts.add(new BriefView.Fact(
                Words.of("periods.awaitingReturns"),
                shown.text(TOTAL, "", "awaiting", total.awaiting()),
                Words.of("periods.fact.awaiting")));
        factToConfirm(shown).ifPresent(facts::add);
        return facts;
    }

    /** Returns to be confirmed; empty in figures that were frozen without their number. */
    private static Optional<BriefView.Fact> factToConfirm(ShownFigures shown) {
        var total = shown.figures().total();
        if (total.toConfirm() == null) {
            return Optional.empty();
        }
        var pending = total.pending();
        return Optional.of(new BriefView.Fact(
                Words.of("periods.toConfirm"),
                shown.text(TOTAL, "", "toConfirm", pending.toConfirm()),
                Words.of("periods.fact.toConfirm", pending.toConfirm(), pending.toConfirmChildren())));
    }

    private static List<String> notes(ShownFigures shown, Days days) {
        var figures = shown.figures();
        var notes = new ArrayList<String>();
        notes.add(once(days) + " " + Words.of("periods.onlySigned"));
        var total = figures.total();
        if (days.targets() && !shown.isHidden(TOTAL, "", "reach") && !shown.isHidden(TOTAL, "", "largestSession")) {
            notes.add(Words.of(
                    "periods.check", isPart(total), shown.ofPeriod(TOTAL, total).inWords(), total.largestSession()));
        }
        var quality = figures.quality();
        int marks = quality.gradeA() + quality.gradeB() + quality.gradeC();
        if (marks > 0
                && Stream.of("gradeA", "gradeB", "gradeC").noneMatch(grade -> shown.isHidden("quality", "", grade))) {
            notes.add(Words.of(
                    "periods.howCounted",
                    percent(quality.gradeA(), marks),
                    percent(quality.gradeB(), marks),
                    percent(quality.gradeC(), marks)));
        }
        notes.add(asked(shown));
        askedByRisk(shown).ifPresent(notes::add);
        notes.add(Words.of(days.overYears() ? "periods.overYears" : "periods.areasAddUp"));
        if (!shown.hidden().isEmpty()) {
            notes.add(Words.of("periods.tooFewNote", ShownFigures.tooFew(), Words.of("periods.tooFewWhy")));
        }
        if (!shown.kept().isEmpty()) {
            notes.add(Words.of("periods.keptNote"));
        }
        return notes;
    }

    /** The result of the checks by chance, as far as enough schools and children are behind it. */
    static String asked(ShownFigures shown) {
        var check = shown.figures().check();
        if (shown.hidesReturns()) {
            return Words.of("periods.askedHidden");
        }
        if (check.asked() == 0) {
            return Words.of("periods.notAsked");
        }
        return shown.isHidden("check", "", "said")
                ? Words.of("periods.foundHidden", check.asked(), check.answered())
                : check.sentence();
    }

    /** The result of the checks by risk; empty if no return was drawn by risk. */
    static Optional<String> askedByRisk(ShownFigures shown) {
        return shown.hidesByRisk()
                ? Optional.of(Words.of("periods.byRiskHidden"))
                : Optional.ofNullable(shown.figures().check().sentenceByRisk());
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

    private static List<BriefView.Fact> besides(ShownFigures shown) {
        var figures = shown.figures();
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
                        shown.text("others", "", key, heads),
                        Words.of("periods.fact.heads"))));
        return besides;
    }

    /** The audience in words. */
    static String audience(String key) {
        return AUDIENCES.contains(key) ? Words.of("periods.audience." + key) : key;
    }

    private static List<BriefView.Row> rows(ShownFigures shown, String by) {
        return shown.figures().tables().getOrDefault(by, List.of()).stream()
                .map(row -> row(shown, by, row.key(), row))
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

    private static BriefView.Row row(ShownFigures shown, String table, String key, ReachTable.Row row) {
        boolean known = row.sessions() > 0 || shown.isHidden(table, key, "sessions");
        boolean hidden = shown.isHidden(table, key, "new");
        var target = row.target();
        return new BriefView.Row(
                row.name(),
                target == null ? "" : TextFormat.number(target),
                known ? shown.newToYear(table, row) : FigureText.UNKNOWN,
                target == null || target == 0 || !known || hidden ? "" : percent(row.fresh(), target),
                shown.text(table, key, "awaiting", row.awaiting()),
                row.toConfirm() == null ? null : toConfirm(shown, table, key, row.pending()));
    }

    private static String toConfirm(ShownFigures shown, String table, String key, PendingReturns pending) {
        return pending.toConfirm() == 0 || shown.isHidden(table, key, "toConfirm")
                ? shown.text(table, key, "toConfirm", 0)
                : Words.of("periods.returnsOfChildren", pending.toConfirm(), pending.toConfirmChildren());
    }

    private static String percent(int part, int whole) {
        return TextFormat.percent(part, whole) + "%";
    }
}
