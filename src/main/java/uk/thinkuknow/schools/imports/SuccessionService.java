package uk.thinkuknow.schools.imports;

import io.quarkus.arc.All;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.schools.school.ClassService;
import uk.thinkuknow.schools.school.SchoolRecords;

/**
 * Moves the classes of closed schools to their successors, and fires an event on which other packages move their rows.
 * Can undo the moves of an import.
 */
@Singleton
public class SuccessionService {
    private static final int NAME_AT_MOST = 60;

    private final EntityManager database;
    private final ClassService classes;
    private final Event<SchoolsSucceeded> succeeded;
    private final Event<SuccessionUndone> undone;
    private final List<SchoolsSucceeded.RemainingRows> others;

    SuccessionService(
            EntityManager database,
            ClassService classes,
            Event<SchoolsSucceeded> succeeded,
            Event<SuccessionUndone> undone,
            @All List<SchoolsSucceeded.RemainingRows> others) {
        this.database = database;
        this.classes = classes;
        this.succeeded = succeeded;
        this.undone = undone;
        this.others = others;
    }

    /** A class that is still at a closed school: its school year, its name and the school's name. */
    private record RemainingClass(long classId, long school, String year, String name, String schoolName) {}

    /**
     * Moves the classes of closed schools to the one open school at the end of their links. Where several are possible,
     * as after a split, only the schools know which class went where, and everything stays until someone says so.
     *
     * @param importId the import under which the moves are recorded
     * @param asOf the day of moves whose links give no day or a later one; the other packages move their rows on this
     *     day
     */
    @Transactional
    public void moveToSuccessors(long importId, LocalDate asOf) {
        var lines = new SuccessorLinks(session(), asOf);
        var successors = lines.successors();
        if (successors.isEmpty()) {
            return;
        }
        for (var each : remainingClasses()) {
            var to = successors.get(each.school());
            if (to != null) {
                move(each, to, lines.day(each.school()), importId);
            }
        }
        var event = new SchoolsSucceeded(successors, asOf);
        succeeded.fire(event);
        event.moved()
                .forEach(each -> Sql.run(
                        database,
                        "insert into school_succession (import_id, kind, item_id, from_school, to_school) values (?1, ?2, ?3, ?4, ?5)",
                        importId,
                        each.kind(),
                        each.id(),
                        each.from(),
                        each.to()));
    }

    /**
     * The ids of the closed schools at which something remains: {@link #moveToSuccessors} moves it as soon as they have one
     * successor. An undone import can leave such schools.
     */
    @Transactional
    public Set<Long> notEmptied() {
        return Stream.concat(
                        remainingClasses().stream().map(RemainingClass::school),
                        others.stream()
                                .flatMap(each -> each.atClosedSchools().stream())
                                .map(row -> number(row[1])))
                .collect(Collectors.toSet());
    }

    /** A class left at a closed school that has several successors. */
    public record Undecided(PublicId publicId, String name, String year) {}

    /** The classes of a closed school that wait for someone to choose a successor, latest year first, then by name. */
    @Transactional
    public List<Undecided> undecided(PublicId school) {
        return session().createNativeQuery("""
                        select c.public_id, c.name, c.year_key from class_group_v c join school_v s on s.id = c.school_id
                        where s.public_id = ?1 and s.status = 'closed'
                          and (select count(*) from school_link_v l where l.predecessor_id = s.id) > 1
                        order by c.year_key desc, c.name""", Object[].class).setParameter(1, school.value()).getResultList().stream()
                .map(row -> new Undecided(new PublicId((String) row[0]), (String) row[1], (String) row[2]))
                .toList();
    }

    /**
     * Moves a class to one of the successors of its closed school.
     *
     * @throws NotFound if the school is not closed, the class is not there, or the other school is not its successor
     */
    @Transactional
    public void moveToSuccessor(PublicId school, PublicId classId, PublicId to, LocalDate today) {
        var found = session()
                .createNativeQuery("""
                        select c.id, s.id, c.year_key, c.name, s.name, n.id, cast(coalesce(l.linked_on, s.closed_on + interval 1 day, ?4) as date), l.begun_by
                        from class_group_v c
                          join school_v s on s.id = c.school_id and s.status = 'closed'
                          join school_link_v l on l.predecessor_id = s.id
                          join school_v n on n.id = l.successor_id
                        where s.public_id = ?1 and c.public_id = ?2 and n.public_id = ?3""", Object[].class)
                .setParameter(1, school.value())
                .setParameter(2, classId.value())
                .setParameter(3, to.value())
                .setParameter(4, today)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        var left = new RemainingClass(
                number(found[0]), number(found[1]), (String) found[2], (String) found[3], (String) found[4]);
        var on = SchoolRecords.day(found[6]);
        // under the import of the link, so that it goes back with it
        var importId = found[7] == null ? null : number(found[7]);
        move(left, number(found[5]), on == null || on.isAfter(today) ? today : on, importId);
    }

    /** Undoes the moves recorded under an import, those of other packages by an event. */
    @Transactional
    public void undo(long importId) {
        session()
                .createNativeQuery(
                        "select class_id, from_school, name_was from class_move where begun_by = ?1", Object[].class)
                .setParameter(1, importId)
                .getResultList()
                .forEach(row -> classes.moveTo(number(row[0]), number(row[1]), (String) row[2]));
        Sql.run(database, "delete from class_move where begun_by = ?1", importId);
        var moved = session()
                .createNativeQuery(
                        "select kind, item_id, from_school, to_school from school_succession where import_id = ?1",
                        Object[].class)
                .setParameter(1, importId)
                .getResultList()
                .stream()
                .map(row -> new SchoolsSucceeded.Moved((String) row[0], number(row[1]), number(row[2]), number(row[3])))
                .toList();
        undone.fire(new SuccessionUndone(moved));
        Sql.run(database, "delete from school_succession where import_id = ?1", importId);
    }

    private List<RemainingClass> remainingClasses() {
        return session().createNativeQuery("""
                        select c.id, c.school_id, c.year_key, c.name, s.name
                        from class_group_v c join school_v s on s.id = c.school_id and s.status = 'closed' order by c.id""", Object[].class).getResultList().stream()
                .map(row -> new RemainingClass(
                        number(row[0]), number(row[1]), (String) row[2], (String) row[3], (String) row[4]))
                .toList();
    }

    private void move(RemainingClass left, long to, LocalDate on, @Nullable Long importId) {
        Sql.run(
                database,
                "insert into class_move (class_id, from_school, to_school, moved_on, name_was, begun_by) values (?1, ?2, ?3, ?4, ?5, ?6)",
                left.classId(),
                left.school(),
                to,
                on,
                left.name(),
                importId);
        classes.moveTo(left.classId(), to, freeName(left, to));
    }

    /**
     * A free name at the successor: where both schools had a 5B, the class that moves adds the name of its old school.
     */
    private String freeName(RemainingClass left, long to) {
        var name = left.name();
        for (int i = 1; isTaken(name, left, to); i++) {
            var wanted = left.name() + ", " + left.schoolName() + (i == 1 ? "" : " " + i);
            var number = " (" + left.classId() + (i == 1 ? "" : "-" + i) + ")";
            name = wanted.length() <= NAME_AT_MOST
                    ? wanted
                    : left.name().substring(0, Math.min(left.name().length(), NAME_AT_MOST - number.length())) + number;
        }
        return name;
    }

    /** Asks the database, for which letters with and without an accent are the same. */
    private boolean isTaken(String name, RemainingClass left, long to) {
        return session()
                        .createNativeQuery(
                                "select count(*) from class_group_v where school_id = ?1 and year_key = ?2 and name = ?3",
                                Long.class)
                        .setParameter(1, to)
                        .setParameter(2, left.year())
                        .setParameter(3, name)
                        .getSingleResult()
                > 0;
    }

    private Session session() {
        return database.unwrap(Session.class);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** All schools' links to successors, in memory, and the day from which each closed school has one. */
    private static final class SuccessorLinks {
        private final SuccessorGraph<Long> after = new SuccessorGraph<>();
        private final Map<Long, LocalDate> days = new HashMap<>();
        private final Set<Long> closed = new HashSet<>();

        SuccessorLinks(Session session, LocalDate asOf) {
            session.createNativeQuery("""
                            select l.predecessor_id, l.successor_id, p.status, n.status, cast(coalesce(l.linked_on, p.closed_on + interval 1 day) as date)
                            from school_link_v l
                              join school_v p on p.id = l.predecessor_id
                              join school_v n on n.id = l.successor_id""", Object[].class).getResultList().stream()
                    .forEach(row -> {
                        long from = number(row[0]);
                        after.add(from, number(row[1]));
                        if ("closed".equals(row[2])) {
                            closed.add(from);
                        }
                        if ("closed".equals(row[3])) {
                            closed.add(number(row[1]));
                        }
                        var on = SchoolRecords.day(row[4]);
                        var day = on == null || on.isAfter(asOf) ? asOf : on;
                        days.merge(from, day, (one, other) -> one.isBefore(other) ? one : other);
                    });
        }

        Map<Long, Long> successors() {
            return after.successors(closed::contains);
        }

        LocalDate day(long from) {
            return days.getOrDefault(from, LocalDate.MIN);
        }
    }
}
