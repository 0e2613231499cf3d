package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.attendance.register.ReturnLines;
import uk.thinkuknow.identity.staff.Scope;

/**
 * Counts the lessons that trained people held after their training and the children they reached, from the lines of
 * signed returns. For children, only the session of each class with the largest attendance counts, so that children who
 * came twice count once (a lower bound, as in counting rule 4).
 */
@Singleton
class ReachAfterTraining {
    private static final String REACHED = """
            with held as (
              select s.started_by, l.class_id, l.session_id, sum(l.heads - l.guests) as children
              from session_v s join return_line_v l on l.session_id = s.id
              join school_area_v p on p.school_id = s.school_id and p.valid_to is null
              join authority_v a on a.authority_key = p.authority_key
              where %s and s.started_by in (:staff) and l.audience = 'lesson' and l.heads > 0 and l.local_date > :after
              group by s.started_by, l.class_id, l.session_id),
            largest as (select started_by, class_id, max(children) as children from held group by started_by, class_id)
            select h.started_by, count(distinct h.session_id),
              (select sum(l.children) from largest l where l.started_by = h.started_by)
            from held h group by h.started_by""".formatted(Scope.sql(":area", "a"));

    private final ReturnLines lines;

    ReachAfterTraining(ReturnLines lines) {
        this.lines = lines;
    }

    /**
     * The lessons that one person held after training and the children they reached.
     *
     * @param lessons lessons with classes and a signed return
     * @param children minimum number of distinct children
     */
    record LessonsAndChildren(int lessons, int children) {
        static final LessonsAndChildren NOTHING = new LessonsAndChildren(0, 0);
    }

    /**
     * Lessons and children after a day at the schools of an area, by staff id; staff without lessons are left out. Needs a
     * transaction.
     */
    Map<Long, LessonsAndChildren> after(LocalDate day, List<Long> staff, Scope area) {
        var reached = new HashMap<Long, LessonsAndChildren>();
        if (!staff.isEmpty()) {
            lines.read(
                    REACHED,
                    Map.of("staff", staff, "after", day, "area", area.token()),
                    row -> reached.put(
                            number(row[0]), new LessonsAndChildren((int) number(row[1]), (int) number(row[2]))));
        }
        return reached;
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
