package uk.thinkuknow.reach.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.ClassLines;
import uk.thinkuknow.counting.CountedLine;
import uk.thinkuknow.counting.FigureText;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.counting.ReachCount;
import uk.thinkuknow.counting.ReachFigure;
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
        var sentences = new ArrayList<String>();
        sentences.add(sentence(reach(lines, period), period, roll == null ? 0 : roll));
        var pending = SchoolSession.pending(sessions);
        if (pending.awaiting() > 0) {
            sentences.add(Words.of("evidence.stillAwaiting", pending.awaiting()));
        }
        if (pending.toConfirm() > 0) {
            sentences.add(Words.of("evidence.notConfirmed", pending.toConfirmInWords()));
        }
        long withdrawn = sessions.stream().filter(SchoolSession::isWithdrawn).count();
        if (withdrawn > 0) {
            sentences.add(Words.of("evidence.withdrawnReturns", withdrawn));
        }
        return String.join(" ", sentences);
    }

    private static String sentence(ReachCount count, Period period, int roll) {
        if (count.attendances() == 0) {
            return Words.of("evidence.noneSigned", period.span());
        }
        var range = count.figure().text().range();
        return roll == 0
                ? Words.of("evidence.reachedInAttendances", count.lower(), range, count.attendances())
                : Words.of(
                        "evidence.reachedOfRoll",
                        count.lower(),
                        range,
                        count.attendances(),
                        TextFormat.percent(count.lower(), roll),
                        roll);
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
                .map(session -> story.of(session.id()).added().headline())
                .toList();
        var fresh = fresh(lines, period);
        return new SchoolView.Added(
                perLesson.isEmpty()
                        ? ""
                        : Words.of(
                                "evidence.newToYear",
                                fresh.headline(),
                                fresh.text().range()),
                SumSentence.sentence(
                        "CLASS", perClass, reach(lines, period).lower(), Words.of("evidence.classesCountTheirOwn")),
                SumSentence.sentence("LESSON", perLesson, fresh.headline(), Words.of("evidence.lessonMoved")));
    }

    private static ReachFigure fresh(List<SchoolLine> lines, Period period) {
        var byClass = new TreeMap<Long, List<CountedLine>>();
        lines.forEach(line -> byClass.computeIfAbsent(line.line().classId(), id -> new ArrayList<>())
                .add(line.line()));
        var before = ReachCount.NONE;
        var toEnd = ReachCount.NONE;
        for (var own : byClass.values()) {
            before = before.plus(ClassLines.count(own, line -> line.term() < period.first()));
            toEnd = toEnd.plus(ClassLines.count(own, line -> line.term() <= period.last()));
        }
        return ReachFigure.newToYear(before, toEnd);
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
                    count.figure().text(),
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
                        counted ? chapter.added().text() : FigureText.UNKNOWN,
                        counted ? chapter.soFar().text() : FigureText.UNKNOWN,
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
