package uk.thinkuknow.schools.members;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.Session;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.imports.SchoolsSucceeded;
import uk.thinkuknow.schools.imports.SuccessionUndone;
import uk.thinkuknow.schools.school.SchoolDomains;

/**
 * Moves memberships and safeguarding appointments to the successor when a school closes, and back when the succession
 * is undone. Email domains are copied to the successor and stay there.
 */
@Singleton
class StaffSuccessionListener implements SchoolsSucceeded.RemainingRows {
    private static final List<String> TABLES = List.of("staff_school", "safeguarding_lead");

    private final PeopleService people;
    private final SchoolDomains domains;
    private final EntityManager database;

    StaffSuccessionListener(PeopleService people, SchoolDomains domains, EntityManager database) {
        this.people = people;
        this.domains = domains;
        this.database = database;
    }

    /** A current membership or safeguarding appointment. */
    private record Part(long id, long staffId, long school, String part) {}

    void hear(@Observes SchoolsSucceeded succeeded) {
        for (var table : TABLES) {
            for (var each : atClosedSchools(table)) {
                var to = succeeded.successors().get(each.school());
                if (to != null) {
                    move(table, each, to, succeeded);
                }
            }
        }
        domains.copy(succeeded.successors());
    }

    @Override
    public List<Object[]> atClosedSchools() {
        return TABLES.stream()
                .flatMap(table -> atClosedSchools(table).stream())
                .map(each -> new Object[] {each.id(), each.school()})
                .toList();
    }

    void hear(@Observes SuccessionUndone undone) {
        for (var table : TABLES) {
            undone.of(table + " begun")
                    .forEach(each -> Sql.run(database, "delete from " + table + " where id = ?1", each.id()));
            undone.of(table + " ended")
                    .forEach(each ->
                            Sql.run(database, "update " + table + " set valid_to = null where id = ?1", each.id()));
        }
        undone.of("staff").forEach(each -> people.setCurrentSchool(each.id(), each.from()));
    }

    private void move(String table, Part each, long to, SchoolsSucceeded succeeded) {
        Sql.run(
                database,
                "update " + table + " set valid_to = ?2 where id = ?1",
                each.id(),
                succeeded.on().minusDays(1));
        succeeded.moved(table + " ended", each.id(), each.school(), to);
        if (!isTaken(table, each, to)) {
            Sql.run(
                    database,
                    "insert into %1$s (staff_id, school_id, part, valid_from%2$s) select staff_id, ?2, part, ?3%2$s from %1$s where id = ?1"
                            .formatted(table, table.equals("staff_school") ? ", admitted_by" : ""),
                    each.id(),
                    to,
                    succeeded.on());
            succeeded.moved(table + " begun", lastId(), each.school(), to);
        }
        if (table.equals("staff_school") && worksAt(each)) {
            people.setCurrentSchool(each.staffId(), to);
            succeeded.moved("staff", each.staffId(), each.school(), to);
        }
    }

    /**
     * Returns whether the successor has this member already, or a safeguarding lead or deputy of its own, who stays.
     */
    private boolean isTaken(String table, Part each, long to) {
        var same = table.equals("staff_school") ? "staff_id = " + each.staffId() : "part = '" + each.part() + "'";
        return count("select count(*) from " + table + " where school_id = ?1 and valid_to is null and " + same, to)
                > 0;
    }

    private boolean worksAt(Part each) {
        return count("select count(*) from staff_v where id = ?1 and school_id = " + each.school(), each.staffId()) > 0;
    }

    private List<Part> atClosedSchools(String table) {
        return session()
                .createNativeQuery(
                        "select b.id, b.staff_id, b.school_id, b.part from " + table
                                + " b join school_v s on s.id = b.school_id and s.status = 'closed' where b.valid_to is null",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> new Part(number(row[0]), number(row[1]), number(row[2]), (String) row[3]))
                .toList();
    }

    private long count(String sql, long value) {
        return session()
                .createNativeQuery(sql, Long.class)
                .setParameter(1, value)
                .getSingleResult();
    }

    private long lastId() {
        return session()
                .createNativeQuery("select cast(last_insert_id() as signed)", Long.class)
                .getSingleResult();
    }

    private Session session() {
        return database.unwrap(Session.class);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
