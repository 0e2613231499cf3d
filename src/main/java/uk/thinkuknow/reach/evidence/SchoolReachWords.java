package uk.thinkuknow.reach.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.counting.ClassLines;
import uk.thinkuknow.counting.CountedLine;
import uk.thinkuknow.counting.NewChildren;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.counting.ReachCount;
import uk.thinkuknow.reach.evidence.SchoolView.ClassRow;
import uk.thinkuknow.reach.evidence.SchoolView.Count;
import uk.thinkuknow.reach.evidence.SchoolView.SessionRow;
import uk.thinkuknow.reach.totals.SumSentence;

/** Writes the sentences and rows on a school's page: its reach, classes and lessons in a period. */
final class SchoolReachWords {
    private static final String UNKNOWN = "–";

    private SchoolReachWords() {}

    static String sentence(
            List<SchoolLine> lines, List<SchoolSession> sessions, Period period, @Nullable Integer roll) {
        long awaiting = sessions.stream().filter(SchoolSession::isAwaiting).count();
        var waits = awaiting == 0
                ? ""
                : " "
                        + TextFormat.counted(
                                (int) awaiting, "session awaits its return.", "sessions await their returns.");
        long withdrawn = sessions.stream().filter(SchoolSession::isWithdrawn).count();
        if (withdrawn > 0) {
            waits += " " + TextFormat.counted((int) withdrawn, "return was withdrawn.", "returns were withdrawn.");
        }
        var count = reach(lines, period);
        if (count.attendances() == 0) {
            return "No return has been signed " + (period.term() == null ? "this year" : "this term") + " yet." + waits;
        }
        return "%s reached, each counted once; at most %s, in %s%s.%s"
                .formatted(
                        TextFormat.counted(count.lower(), "child", "children"),
                        TextFormat.number(count.upper()),
                        TextFormat.counted(count.attendances(), "attendance", "attendances"),
                        roll == null || roll == 0
                                ? ""
                                : ": %d%% of its roll of %s"
                                        .formatted(TextFormat.percent(count.lower(), roll), TextFormat.number(roll)),
                        waits);
    }

    /**
     * Compares the sum of new children over lessons, and of reached children over classes, with the school's figures.
     */
    static SchoolView.Added added(
            List<SchoolLine> lines, List<SchoolSession> sessions, SchoolTimeline story, Period period) {
        var perClass = byClass(lines, period).values().stream()
                .map(own -> ClassLines.count(own, line -> true).lower())
                .toList();
        var perLesson = sessions.stream()
                .filter(SchoolSession::isCounted)
                .map(session -> story.of(session.id()).added().count())
                .toList();
        int fresh = fresh(lines, period);
        return new SchoolView.Added(
                perLesson.isEmpty() ? "" : TextFormat.counted(fresh, "child", "children") + " new to the year",
                SumSentence.sentence(
                        perClass,
                        reach(lines, period).lower(),
                        new SumSentence.Noun("class", "classes"),
                        "reached",
                        "each class counts its own"),
                SumSentence.sentence(
                        perLesson,
                        fresh,
                        new SumSentence.Noun("signed lesson", "signed lessons"),
                        "new to the year",
                        "a lesson whose class has moved is counted at its other school"));
    }

    private static int fresh(List<SchoolLine> lines, Period period) {
        var byClass = new TreeMap<Long, List<CountedLine>>();
        lines.forEach(line -> byClass.computeIfAbsent(line.line().classId(), id -> new ArrayList<>())
                .add(line.line()));
        return byClass.values().stream()
                .mapToInt(own -> NewChildren.of(
                                ClassLines.count(own, line -> line.term() < period.first()),
                                ClassLines.count(own, line -> line.term() <= period.last()))
                        .count())
                .sum();
    }

    /** The school's reach of the period alone: the sum over its classes (counting rule 4). */
    static ReachCount reach(List<SchoolLine> lines, Period period) {
        var count = ReachCount.NONE;
        for (var lesson : byClass(lines, period).values()) {
            count = count.plus(ClassLines.count(lesson, line -> true));
        }
        return count;
    }

    static List<ClassRow> classes(List<SchoolLine> lines, Period period) {
        var names = new TreeMap<Long, String>();
        lines.forEach(line -> names.put(line.line().classId(), line.className()));
        var rows = new ArrayList<ClassRow>();
        byClass(lines, period).forEach((classId, own) -> {
            var count = ClassLines.count(own, line -> true);
            var bands = own.stream().map(CountedLine::band).distinct().toList();
            long sessions = own.stream().map(CountedLine::sessionId).distinct().count();
            rows.add(new ClassRow(
                    names.getOrDefault(classId, ""),
                    String.join(", ", bands).replace('-', '–'),
                    TextFormat.number(count.lower()),
                    TextFormat.number(count.upper()),
                    TextFormat.number(count.attendances()),
                    TextFormat.number((int) sessions)));
        });
        rows.sort(java.util.Comparator.comparing(ClassRow::name));
        return rows;
    }

    static List<SessionRow> rows(List<SchoolSession> sessions, SchoolTimeline story, @Nullable SchoolSession current) {
        return sessions.stream()
                .map(session -> row(session, story.of(session.id()), session.equals(current)))
                .toList();
    }

    private static SessionRow row(SchoolSession session, SchoolTimeline.Entry chapter, boolean current) {
        boolean counted = session.isCounted();
        return new SessionRow(
                TextFormat.shortDay(session.date()),
                "/reach/sessions/" + session.publicId(),
                session.taught().title() + ", " + session.taught().classes(),
                session.standing(),
                counted ? chapter.marks().grades() : UNKNOWN,
                counted
                        ? TextFormat.number(
                                chapter.marks().children() + chapter.marks().guests())
                        : UNKNOWN,
                new Count(
                        counted ? TextFormat.number(chapter.added().count()) : UNKNOWN,
                        counted ? TextFormat.number(chapter.soFar()) : UNKNOWN,
                        current));
    }

    private static TreeMap<Long, List<CountedLine>> byClass(List<SchoolLine> lines, Period period) {
        var byClass = new TreeMap<Long, List<CountedLine>>();
        lines.stream()
                .map(SchoolLine::line)
                .filter(line -> DrillDown.in(period, line.term()))
                .forEach(line -> byClass.computeIfAbsent(line.classId(), id -> new ArrayList<>())
                        .add(line));
        return byClass;
    }
}
