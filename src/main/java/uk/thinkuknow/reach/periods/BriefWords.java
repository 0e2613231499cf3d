package uk.thinkuknow.reach.periods;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.thinkuknow.attendance.check.FigureCheck;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.report.ReachTable;

/** Writes the sentences and tables of a brief from frozen figures. */
final class BriefWords {
    private static final Map<String, String> AUDIENCES = Map.of(
            "assembly", "assemblies", "parents", "parents", "staff", "school staff", "professionals", "professionals");

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
                "Online-safety lessons: %s children reached%s, %s%s"
                        .formatted(
                                TextFormat.number(total.fresh()),
                                isPart(total) ? " for the first time in the school year" : "",
                                days.lower(),
                                target == null ? "" : ", " + percent(total.fresh(), target) + " of the target"),
                lede(figures, days),
                "Brief " + number);
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
                        isPart(total) ? "New" : "Reached"));
        return new BriefView(head, facts(figures, days), besides(figures), tables, notes(figures, days), stamp);
    }

    private static String lede(FrozenFigures figures, Days days) {
        var total = figures.total();
        var target = total.target();
        var words = new ArrayList<String>();
        words.add("From %s to %s.".formatted(TextFormat.day(days.first()), TextFormat.day(days.last())));
        if (target != null) {
            int more = total.fresh() - target;
            words.add(
                    more >= 0
                            ? "The target of %s was met, by %s."
                                    .formatted(TextFormat.number(target), TextFormat.number(more))
                            : "That is %s short of the target of %s."
                                    .formatted(TextFormat.number(-more), TextFormat.number(target)));
        }
        if (isPart(total)) {
            words.add(
                    "%s children had their first lesson of the school year in it: those are the new ones, whom a target is for. With those who had a lesson earlier in the year, the term reached %s."
                            .formatted(TextFormat.number(total.fresh()), TextFormat.number(total.reach())));
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
                isPart(total) ? "Children new to the year" : "Children reached",
                TextFormat.number(total.fresh()),
                "at least; at most " + TextFormat.number(total.newUpper()) + " on signed returns"));
        var target = total.target();
        if (days.targets()) {
            facts.add(new BriefView.Fact(
                    "Target",
                    target == null ? "None" : TextFormat.number(target),
                    target == null ? "was set" : percent(total.fresh(), target) + " reached"));
        } else {
            facts.add(new BriefView.Fact(
                    "Largest sessions alone", TextFormat.number(total.largestSession()), "children: needs no cards"));
        }
        facts.add(new BriefView.Fact(
                "Lessons counted",
                TextFormat.number(total.sessions()),
                "%s attendances in %s schools"
                        .formatted(TextFormat.number(total.attendances()), TextFormat.number(figures.schools()))));
        facts.add(new BriefView.Fact(
                "Awaiting returns", TextFormat.number(total.awaiting()), "lessons, not counted yet"));
        return facts;
    }

    private static List<String> notes(FrozenFigures figures, Days days) {
        var notes = new ArrayList<String>();
        notes.add(once(days)
                + " Only lessons count whose register was signed: by the person who gave them or a colleague in her"
                + " place, after a visit by the school as well, and from paper by whoever entered it. Where a class was counted by hand the lower figure is stated, with"
                + " the range beside it. No child’s name is held.");
        if (days.targets()) {
            notes.add(
                    "Check of %s, %s: counted by the largest session of each class alone, which needs no card to keep its child, it is %s."
                            .formatted(
                                    isPart(figures.total()) ? "the term’s own reach" : "the reach",
                                    TextFormat.number(figures.total().reach()),
                                    TextFormat.number(figures.total().largestSession())));
        }
        var quality = figures.quality();
        int marks = quality.gradeA() + quality.gradeB() + quality.gradeC();
        if (marks > 0) {
            notes.add(
                    "How children were counted: %s picked their card on a device, %s were ticked from the class list, %s"
                                    .formatted(
                                            percent(quality.gradeA(), marks),
                                            percent(quality.gradeB(), marks),
                                            percent(quality.gradeC(), marks))
                            + " by heads alone.");
        }
        notes.add(asked(figures.check()));
        notes.add(
                days.overYears()
                        ? "These months lie in two school years. A child who had lessons in both counts once where the school"
                                + " said that its cards went on, and otherwise the larger of the two years counts: so neither"
                                + " areas nor age bands need add up."
                        : "Areas add up; age bands need not: a child who took lessons of two bands counts in each.");
        return notes;
    }

    static String asked(FigureCheck check) {
        return check.asked() == 0 ? "No return of these lessons was asked again." : check.sentence();
    }

    /**
     * Says over which time a child counts once. In a term or a year that is the school year, in a quarter the quarter.
     */
    private static String once(Days days) {
        if (!days.targets()) {
            return "A child counts once in these months, however many lessons she took.";
        }
        return days.isYear()
                ? "A child counts once in the school year, however many lessons she took."
                : "A child counts once in the school year, in the term of her first lesson, however many she took.";
    }

    private static List<BriefView.Fact> besides(FrozenFigures figures) {
        var besides = new ArrayList<BriefView.Fact>();
        var trained = figures.professionals();
        var target = trained.target();
        besides.add(new BriefView.Fact(
                "Professionals trained",
                TextFormat.number(trained.people()),
                target == null
                        ? "each counted once"
                        : percent(trained.people(), target) + " of a target of " + TextFormat.number(target)));
        figures.others()
                .forEach((key, heads) -> besides.add(new BriefView.Fact(
                        capital(audience(key)), TextFormat.number(heads), "heads, at every session")));
        return besides;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** The audience in words. */
    static String audience(String key) {
        return AUDIENCES.getOrDefault(key, key);
    }

    private static List<BriefView.Row> rows(FrozenFigures figures, String by) {
        return figures.tables().getOrDefault(by, List.of()).stream()
                .map(BriefWords::row)
                .toList();
    }

    private static BriefView.Row ages(BriefView.Row row) {
        return new BriefView.Row(
                "Ages " + row.name().replace('-', '–'),
                row.target(),
                row.reached(),
                row.range(),
                row.share(),
                row.awaiting());
    }

    private static BriefView.Row row(ReachTable.Row row) {
        boolean known = row.sessions() > 0;
        var target = row.target();
        return new BriefView.Row(
                row.name(),
                target == null ? "" : TextFormat.number(target),
                known ? TextFormat.number(row.fresh()) : "–",
                known ? TextFormat.number(row.newUpper()) : "–",
                target == null || target == 0 || !known ? "" : percent(row.fresh(), target),
                TextFormat.number(row.awaiting()));
    }

    private static String percent(int part, int whole) {
        return TextFormat.percent(part, whole) + "%";
    }
}
