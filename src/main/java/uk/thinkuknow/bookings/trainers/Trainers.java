package uk.thinkuknow.bookings.trainers;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.thinkuknow.common.PublicId;

/** Repository of trainers and their accreditations, suspensions and days that differ; also counts their sessions. */
@Singleton
class Trainers implements PanacheRepository<Trainer> {
    Optional<Trainer> byPublicId(PublicId id) {
        return find("publicId", id.value()).firstResultOptional();
    }

    /** Creates a trainer record without any terms; does nothing if there is one. */
    void enrol(long staffId) {
        if (findByIdOptional(staffId).isEmpty()) {
            persist(new Trainer(staffId, PublicId.draw()));
            flush();
        }
    }

    List<Trainer> all() {
        return listAll();
    }

    /** All trainers' accreditations that were not withdrawn. */
    List<Accreditation> accreditations() {
        return getSession()
                .createQuery("from Accreditation where withdrawnAt is null", Accreditation.class)
                .getResultList();
    }

    /** A trainer's accreditations, including withdrawn ones, newest first. */
    List<Accreditation> accreditationsOf(long staffId) {
        return getSession()
                .createQuery("from Accreditation where staffId = ?1 order by id desc", Accreditation.class)
                .setParameter(1, staffId)
                .getResultList();
    }

    /** All trainers' suspensions, lifted ones included. */
    List<Suspension> suspensions() {
        return getSession().createQuery("from Suspension", Suspension.class).getResultList();
    }

    /** A trainer's suspensions, newest first. */
    List<Suspension> suspensionsOf(long staffId) {
        return getSession()
                .createQuery("from Suspension where staffId = ?1 order by id desc", Suspension.class)
                .setParameter(1, staffId)
                .getResultList();
    }

    /**
     * All trainers' entries of days that differ, those that overlap these days and are not removed, in the order
     * entered.
     */
    List<WeekDifferenceEntry> differences(LocalDate from, LocalDate to) {
        return getSession()
                .createQuery(
                        "from WeekDifferenceEntry where takenBack = false and lastDay >= ?1 and firstDay <= ?2 order by id",
                        WeekDifferenceEntry.class)
                .setParameter(1, from)
                .setParameter(2, to)
                .getResultList();
    }

    /** A trainer's entries of days that differ, those that are neither over nor removed, by first day. */
    List<WeekDifferenceEntry> differencesOf(long staffId, LocalDate from) {
        return getSession()
                .createQuery(
                        "from WeekDifferenceEntry where staffId = ?1 and takenBack = false and lastDay >= ?2 order by firstDay, id",
                        WeekDifferenceEntry.class)
                .setParameter(1, staffId)
                .setParameter(2, from)
                .getResultList();
    }

    /** A trainer's entry of days that differ, also if it is removed. */
    Optional<WeekDifferenceEntry> differenceOf(long staffId, long number) {
        return getSession()
                .createQuery("from WeekDifferenceEntry where staffId = ?1 and id = ?2", WeekDifferenceEntry.class)
                .setParameter(1, staffId)
                .setParameter(2, number)
                .getResultList()
                .stream()
                .findFirst();
    }

    void keep(Object row) {
        getSession().persist(row);
        getSession().flush();
    }

    /** Counts the sessions that each trainer started from a first to a last day, by staff id. */
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

    /** The last day on which each trainer delivered a session, by staff id. */
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
