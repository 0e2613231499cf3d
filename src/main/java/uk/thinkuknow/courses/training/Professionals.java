package uk.thinkuknow.courses.training;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.Scope;

/** Repository of professionals: finds them, lists those due for erasure, and counts those trained. */
@Singleton
public class Professionals implements PanacheRepository<Professional> {
    /** SQL for the places, at events from ?1 to ?2, whose last mark up to the moment ?3 says attended. */
    private static final String MARKED_THEN = """
             from training_mark m
            join training_place p on p.id = m.place_id
            join training_event e on e.id = p.event_id
            where e.local_date between ?1 and ?2 and m.attended and m.marked_at <= ?3
              and not exists (
                select 1 from training_mark l where l.place_id = m.place_id and l.id > m.id and l.marked_at <= ?3)""";

    Optional<Professional> byPublicId(PublicId id) {
        return find("publicId", id.value()).firstResultOptional();
    }

    Optional<Professional> ofStaff(long staffId) {
        return find("staffId", staffId).firstResultOptional();
    }

    /** @param email in lower case; the database would also find one with other accents */
    Optional<Professional> withEmail(String email) {
        return find("email", email).firstResultOptional().filter(found -> email.equals(found.email()));
    }

    Map<Long, Professional> byId(Collection<Long> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(Professional::id, each -> each));
    }

    /**
     * People who are not erased, have {@code like} in their name and a place at an event of the area, by name; one row
     * more than a page, to show whether there is a next page.
     */
    List<Professional> named(Scope area, String like, int page, int size) {
        return find("""
                        erasedAt is null and name like ?2 and (?1 = true or id in (
                          select p.professionalId from EventPlace p, TrainingEvent e
                          where e.id = p.eventId and e.regionKey in ?3))
                        order by name, id""", area.isProgramme(), "%" + like.replaceAll("[%_\\\\]", "") + "%", area.regions())
                .range(page * size, page * size + size)
                .list();
    }

    /** People due for erasure before a day, soonest first. */
    List<Professional> dueForErasureBy(Scope area, LocalDate day) {
        return list("""
                        erasedAt is null and keptUntil < ?2 and (?1 = true or id in (
                          select p.professionalId from EventPlace p, TrainingEvent e
                          where e.id = p.eventId and e.regionKey in ?3))
                        order by keptUntil, id""", area.isProgramme(), day, area.regions());
    }

    /** Some people due for erasure, locked; rows locked by another instance are skipped. */
    List<Professional> lockedOver(LocalDate today, int atMost) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from professional where erased_at is null and kept_until < ?1
                        order by kept_until limit ?2 for update skip locked""", Professional.class)
                .setParameter(1, today)
                .setParameter(2, atMost)
                .getResultList();
    }

    long countOver(LocalDate today) {
        return find("from Professional p where p.erasedAt is null and p.keptUntil < ?1", today)
                .count();
    }

    /**
     * Counts distinct people who attended at least half of an event from a first to a last day.
     *
     * @param area counts events of its regions; for the whole programme all events
     */
    public int trained(LocalDate from, LocalDate to, Scope area) {
        return getSession()
                .createQuery("""
                        select count(distinct p.professionalId) from EventPlace p, TrainingEvent e
                        where e.id = p.eventId and p.attended and e.day between ?1 and ?2
                          and (?3 = true or e.regionKey in ?4)""", Long.class)
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(3, area.isProgramme())
                .setParameter(4, area.regions())
                .getSingleResult()
                .intValue();
    }

    /** As {@link #trained}, by region of the event, in one query; events for the whole programme under "". */
    public Map<String, Integer> trainedByRegion(LocalDate from, LocalDate to) {
        return getSession()
                .createQuery("""
                        select coalesce(e.regionKey, ''), count(distinct p.professionalId) from EventPlace p, TrainingEvent e
                        where e.id = p.eventId and p.attended and e.day between ?1 and ?2
                        group by e.regionKey""", Object[].class)
                .setParameter(1, from)
                .setParameter(2, to)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Long) row[1]).intValue()));
    }

    /** As {@link #trained} for all events, by the attendance marks as at a moment. */
    public int trainedAsAt(LocalDate from, LocalDate to, Instant moment) {
        var count = (Number)
                asAt("count(distinct p.professional_id)", "", from, to, moment).getSingleResult();
        return count.intValue();
    }

    /** As {@link #trainedAsAt}, by region of the event; events for the whole programme under "". */
    public Map<String, Integer> trainedByRegionAsAt(LocalDate from, LocalDate to, Instant moment) {
        List<?> rows = asAt(
                        "coalesce(e.region_key, ''), count(distinct p.professional_id)",
                        " group by e.region_key",
                        from,
                        to,
                        moment)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).intValue()));
    }

    private Query asAt(String select, String group, LocalDate from, LocalDate to, Instant moment) {
        return getEntityManager()
                .createNativeQuery("select " + select + MARKED_THEN + group)
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(3, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    }

    /** The last day on which each member of staff attended an event, by staff id. */
    Map<Long, LocalDate> lastAttended() {
        return getSession().createQuery("""
                        select a.staffId, max(e.day) from Professional a, EventPlace p, TrainingEvent e
                        where p.professionalId = a.id and e.id = p.eventId and p.attended and a.staffId is not null
                        group by a.staffId""", Object[].class).getResultList().stream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (LocalDate) row[1]));
    }
}
