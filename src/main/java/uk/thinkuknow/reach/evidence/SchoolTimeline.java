package uk.thinkuknow.reach.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.counting.ClassLines;
import uk.thinkuknow.counting.CountedLine;
import uk.thinkuknow.counting.ReachCount;
import uk.thinkuknow.counting.ReachFigure;

/** Calculates what each session of a school added to the school's reach of the year, in order of time. */
final class SchoolTimeline {
    private final Map<Long, Entry> chapters = new LinkedHashMap<>();

    /** What one session added: its marks, the children new to the year, and the school's reach after it. */
    record Entry(SchoolLine.Marks marks, ReachFigure added, ReachFigure soFar) {}

    SchoolTimeline(List<SchoolLine> lines) {
        var bySession = new LinkedHashMap<Long, List<SchoolLine>>();
        lines.forEach(line -> bySession
                .computeIfAbsent(line.line().sessionId(), id -> new ArrayList<>())
                .add(line));
        var byClass = new HashMap<Long, List<CountedLine>>();
        var soFar = ReachCount.NONE;
        for (var session : bySession.entrySet()) {
            var marks = SchoolLine.Marks.NONE;
            var touched = new LinkedHashMap<Long, ReachCount>();
            for (var line : session.getValue()) {
                marks = marks.plus(line.marks());
                var known = byClass.computeIfAbsent(line.line().classId(), id -> new ArrayList<>());
                touched.computeIfAbsent(line.line().classId(), id -> count(known));
                known.add(line.line());
            }
            var before = ReachCount.NONE;
            var after = ReachCount.NONE;
            for (var each : touched.entrySet()) {
                before = before.plus(each.getValue());
                after = after.plus(count(byClass.getOrDefault(each.getKey(), List.of())));
            }
            soFar = soFar.plus(after).minus(before);
            chapters.put(session.getKey(), new Entry(marks, ReachFigure.newToYear(before, after), soFar.figure()));
        }
    }

    Entry of(long sessionId) {
        var none = ReachCount.NONE.figure();
        return chapters.getOrDefault(sessionId, new Entry(SchoolLine.Marks.NONE, none, none));
    }

    private static ReachCount count(List<CountedLine> lines) {
        return ClassLines.count(lines, line -> true);
    }
}
