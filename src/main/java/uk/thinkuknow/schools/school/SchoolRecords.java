package uk.thinkuknow.schools.school;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;

/**
 * Reads all that the national registers say of a school, with its dated history, its predecessors and its successors.
 */
@Singleton
public class SchoolRecords {
    private final EntityManager database;
    private final SchoolFinder finder;
    private final Schools schools;

    SchoolRecords(EntityManager database, SchoolFinder finder, Schools schools) {
        this.database = database;
        this.finder = finder;
        this.schools = schools;
    }

    /** @throws NotFound if there is no such school */
    @Transactional
    public SchoolRecord sheet(PublicId publicId) {
        long id = schools.called(publicId).orElseThrow(NotFound::new).id();
        return new SchoolRecord(
                finder.schools(List.of(id)).getFirst(),
                details(id),
                dated(
                        "select scheme, value, valid_from, valid_to from school_identifier where school_id = ?1 and coalesce(valid_to >= valid_from, true) order by is_key desc, scheme, valid_from desc, id desc",
                        id),
                dated("""
                        select '', concat(a.name, ', ', r.name), l.valid_from, l.valid_to
                        from school_area l join authority a using (authority_key) join region r using (region_key)
                        where l.school_id = ?1 and coalesce(l.valid_to >= l.valid_from, true) order by l.valid_from desc, l.id desc""", id),
                dated(
                        "select fact, value, valid_from, valid_to from school_fact where school_id = ?1 and coalesce(valid_to >= valid_from, true) order by fact, valid_from desc, id desc",
                        id),
                lineage(id));
    }

    /** All predecessors and successors of a school, direct and indirect; each school is listed once, even in a loop. */
    @Transactional
    public List<SchoolRecord.RelatedSchool> lineage(long id) {
        var kin = new ArrayList<SchoolRecord.RelatedSchool>();
        walk(id, true, kin);
        walk(id, false, kin);
        return kin;
    }

    private void walk(long start, boolean before, List<SchoolRecord.RelatedSchool> kin) {
        var seen = new HashSet<>(Set.of(start));
        var ahead = new ArrayDeque<>(List.of(start));
        while (!ahead.isEmpty()) {
            for (var row : next(ahead.removeFirst(), before)) {
                long id = ((Number) row[0]).longValue();
                if (seen.add(id)) {
                    ahead.add(id);
                    kin.add(new SchoolRecord.RelatedSchool(
                            new PublicId((String) row[1]),
                            (String) row[2],
                            row[3] == null ? "" : SchoolFinder.numbered((String) row[3], row[4]),
                            before,
                            (String) row[5],
                            day(row[6])));
                }
            }
        }
    }

    private List<Object[]> next(long id, boolean before) {
        var own = before ? "successor_id" : "predecessor_id";
        var other = before ? "predecessor_id" : "successor_id";
        return session()
                .createNativeQuery("""
                        select s.id, s.public_id, s.name, i.scheme, i.value, l.kind, coalesce(l.linked_on, p.closed_on)
                        from school_link l
                          join school s on s.id = l.%s
                          join school p on p.id = l.predecessor_id
                          left join school_identifier i on i.school_id = s.id and i.is_key = 1
                        where l.%s = ?1 order by l.linked_on, s.name""".formatted(other, own), Object[].class)
                .setParameter(1, id)
                .getResultList();
    }

    private SchoolRecord.Details details(long id) {
        var row = session()
                .createNativeQuery("""
                        select s.kind, s.opened_on, coalesce(r.name, ''), coalesce(r.nation, '')
                        from school s
                          left join school_area l on l.school_id = s.id and l.in_force = 1
                          left join authority a on a.authority_key = l.authority_key
                          left join region r on r.region_key = a.region_key
                        where s.id = ?1""", Object[].class)
                .setParameter(1, id)
                .getSingleResult();
        return new SchoolRecord.Details((String) row[0], day(row[1]), (String) row[2], (String) row[3]);
    }

    private List<SchoolRecord.Dated> dated(String sql, long id) {
        return session().createNativeQuery(sql, Object[].class).setParameter(1, id).getResultList().stream()
                .map(row -> new SchoolRecord.Dated(
                        (String) row[0], (String) row[1], java.util.Objects.requireNonNull(day(row[2])), day(row[3])))
                .toList();
    }

    static @Nullable public LocalDate day(@Nullable Object column) {
        return column instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) column;
    }

    private Session session() {
        return database.unwrap(Session.class);
    }
}
