package uk.thinkuknow.bookings.trainers;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.thinkuknow.common.PublicId;

@Singleton
class Trainers implements PanacheRepository<Trainer> {
    Optional<Trainer> called(PublicId id) {
        return find("publicId", id.value()).firstResultOptional();
    }

    /** Makes a member of staff a trainer, who has said nothing of themselves yet; one who is stays as they are. */
    void enrol(long staffId) {
        if (findByIdOptional(staffId).isEmpty()) {
            persist(new Trainer(staffId, PublicId.draw()));
            flush();
        }
    }

    List<Trainer> all() {
        return listAll();
    }

    List<Accreditation> accreditations() {
        return getSession()
                .createQuery("from Accreditation where withdrawnAt is null", Accreditation.class)
                .getResultList();
    }

    /** Her accreditations, also those withdrawn, newest first. */
    List<Accreditation> accreditationsOf(long staffId) {
        return getSession()
                .createQuery("from Accreditation where staffId = ?1 order by id desc", Accreditation.class)
                .setParameter(1, staffId)
                .getResultList();
    }

    List<Suspension> suspensions() {
        return getSession().createQuery("from Suspension", Suspension.class).getResultList();
    }

    /** Her suspensions, newest first. */
    List<Suspension> suspensionsOf(long staffId) {
        return getSession()
                .createQuery("from Suspension where staffId = ?1 order by id desc", Suspension.class)
                .setParameter(1, staffId)
                .getResultList();
    }

    /** What trainers said of days from one to another, in the order in which they said it. */
    List<WeekException> exceptions(LocalDate from, LocalDate to) {
        return getSession()
                .createQuery(
                        "from WeekException where takenBack = false and lastDay >= ?1 and firstDay <= ?2 order by id",
                        WeekException.class)
                .setParameter(1, from)
                .setParameter(2, to)
                .getResultList();
    }

    /** What she said of days that are not over, by their day. */
    List<WeekException> exceptionsOf(long staffId, LocalDate from) {
        return getSession()
                .createQuery(
                        "from WeekException where staffId = ?1 and takenBack = false and lastDay >= ?2 order by firstDay, id",
                        WeekException.class)
                .setParameter(1, staffId)
                .setParameter(2, from)
                .getResultList();
    }

    Optional<WeekException> exceptionOf(long staffId, long number) {
        return getSession()
                .createQuery("from WeekException where staffId = ?1 and id = ?2", WeekException.class)
                .setParameter(1, staffId)
                .setParameter(2, number)
                .getResultStream()
                .findFirst();
    }

    void keep(Object row) {
        getSession().persist(row);
        getSession().flush();
    }

    /** Sessions that trainers started from a day to a day; the table is a later feature's, only its rows are counted here. */
    Map<Long, Integer> sessionsStarted(LocalDate from, LocalDate to) {
        var counts = new HashMap<Long, Integer>();
        getSession()
                .createNativeQuery("""
                        select s.started_by, count(*) from session_v s join trainer t on t.staff_id = s.started_by
                        where s.local_date between ?1 and ?2 group by s.started_by""", Object[].class)
                .setParameter(1, from)
                .setParameter(2, to)
                .getResultList()
                .forEach(row -> counts.put(((Number) row[0]).longValue(), ((Number) row[1]).intValue()));
        return counts;
    }

    /** The last day on which each trainer delivered a session. */
    Map<Long, LocalDate> lastSessions() {
        var days = new HashMap<Long, LocalDate>();
        getSession()
                .createNativeQuery("""
                        select s.started_by, max(s.local_date) from session_v s join trainer t on t.staff_id = s.started_by
                        where s.state = 'ENDED' group by s.started_by""", Object[].class)
                .getResultList()
                .forEach(row -> days.put(((Number) row[0]).longValue(), (LocalDate) row[1]));
        return days;
    }
}
