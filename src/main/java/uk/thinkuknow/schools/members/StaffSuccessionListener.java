package uk.thinkuknow.schools.members;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.imports.SchoolsSucceeded;
import uk.thinkuknow.schools.imports.SchoolsSucceeded.Moved;
import uk.thinkuknow.schools.imports.SuccessionUndone;
import uk.thinkuknow.schools.school.SchoolDomains;

/**
 * Moves memberships and safeguarding appointments to the successor when a school closes, and back when the succession
 * is undone. Email domains are copied to the successor and stay there.
 */
@Singleton
class StaffSuccessionListener implements SchoolsSucceeded.RemainingRows {
    private static final String LEADS = "safeguarding_lead";
    private static final List<String> TABLES = List.of("staff_school", LEADS);

    private final PeopleService people;
    private final Leads leads;
    private final AccountOrders orders;
    private final SchoolDomains domains;
    private final EntityManager database;

    StaffSuccessionListener(
            PeopleService people, Leads leads, AccountOrders orders, SchoolDomains domains, EntityManager database) {
        this.people = people;
        this.leads = leads;
        this.orders = orders;
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
                    if (table.equals(LEADS) && leads.ofStaff(each.staffId()).isEmpty()) {
                        order(each.staffId(), AccountOrder.Kind.REMOVE_ROLE);
                    }
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

    /** Gives back what still is so at the successor: who has left it meanwhile, or leads it no longer, has left both. */
    void hear(@Observes SuccessionUndone undone) {
        var still = new HashMap<String, List<Moved>>();
        for (var table : TABLES) {
            var begun = Stream.concat(
                            Stream.of(0L), undone.of(table + " begun").stream().map(Moved::id))
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            still.put(
                    table,
                    undone.of(table + " ended").stream()
                            .filter(each -> isStill(table, each, begun))
                            .toList());
        }
        TABLES.forEach(table -> undone.of(table + " begun")
                .forEach(each -> Sql.run(database, "delete from " + table + " where id = ?1", each.id())));
        still.forEach((table, rows) -> rows.forEach(
                each -> Sql.run(database, "update " + table + " set valid_to = null where id = ?1", each.id())));
        still.getOrDefault(LEADS, List.of())
                .forEach(each -> order(
                        count("select staff_id from safeguarding_lead where id = ?1", each.id()),
                        AccountOrder.Kind.ADD_ROLE));
        undone.of("staff").stream()
                .filter(each ->
                        count("select count(*) from staff_v where id = ?1 and school_id = " + each.to(), each.id()) > 0)
                .forEach(each -> people.setCurrentSchool(each.id(), each.from()));
    }

    /**
     * Returns whether the person is a member of the successor, and has the part there that the succession gave them. It
     * gave none if the successor had this member, or a lead or deputy of its own, already.
     */
    private boolean isStill(String table, Moved ended, String begun) {
        return count("""
                        select count(*) from %1$s was
                        join staff_school m on m.staff_id = was.staff_id and m.school_id = %2$d and m.valid_to is null
                        where was.id = ?1 and (
                          not exists (select 1 from %1$s given where given.id in (%3$s) and given.school_id = m.school_id
                            and given.staff_id = was.staff_id and (given.part = was.part or %4$s))
                          or exists (select 1 from %1$s is_now where is_now.school_id = m.school_id
                            and is_now.staff_id = was.staff_id and is_now.part = was.part and is_now.valid_to is null))""".formatted(table, ended.to(), begun, !table.equals(LEADS)), ended.id()) > 0;
    }

    private void order(long staffId, AccountOrder.Kind kind) {
        orders.give(people.account(staffId).username(), kind, Role.DSL, PeopleService.BY_ITSELF);
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
