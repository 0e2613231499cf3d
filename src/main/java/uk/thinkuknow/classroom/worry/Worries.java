package uk.thinkuknow.classroom.worry;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/** Stores and finds worries: by school and state, by due alert, and for deletion. */
@Singleton
class Worries implements PanacheRepository<Worry> {
    private static final Duration ONE_EMAIL_IN = Duration.ofMinutes(15);
    private static final String NEWEST = """
            select w from Worry w where w.schoolId in ?1 and w.state in ?2 and (w.device is null or not exists (
              select 1 from Worry o where o.sessionId = w.sessionId and o.device = w.device and o.state in ?2
                and o.id > w.id))""";

    /**
     * Locks the seat, so that requests from it run one after the other: a key counts once and the limits hold.
     */
    void holdSeat(long seatId) {
        getEntityManager()
                .createNativeQuery("select id from seat_v where id = ?1 for update", Long.class)
                .setParameter(1, seatId)
                .getResultList();
    }

    boolean has(long seatId, byte[] key) {
        return count("seatId = ?1 and key = ?2", seatId, key) > 0;
    }

    long countOf(long seatId, int generation) {
        return count("seatId = ?1 and generation = ?2", seatId, generation);
    }

    /** Worries of all other devices that had this seat, since then. */
    long countOfOthers(long seatId, int generation, Instant since) {
        return count("seatId = ?1 and generation <> ?2 and sentAt > ?3", seatId, generation, since);
    }

    /** Worries from a session since then. */
    long countIn(long sessionId, Instant since) {
        return count("sessionId = ?1 and sentAt > ?2", sessionId, since);
    }

    /** The school of a session, and when it ended or was cancelled. */
    SessionAt sessionAt(long sessionId) {
        var row = getSession()
                .createNativeQuery(
                        "select school_id, coalesce(ended_at, cancelled_at) as ended from session_v where id = ?1",
                        Object[].class)
                .addScalar("school_id", Long.class)
                .addScalar("ended", Instant.class)
                .setParameter(1, sessionId)
                .getSingleResult();
        return new SessionAt((Long) row[0], (Instant) row[1]);
    }

    /** The school of a session, and when it ended or was cancelled; null while it runs. */
    record SessionAt(long schoolId, @Nullable Instant ended) {}

    /** A worry of one of these schools, locked. */
    Optional<Worry> locked(PublicId id, Collection<Long> schools) {
        return find("publicId = ?1 and schoolId in ?2", id.value(), schools)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /**
     * Lets nobody deal with the worries of those who lead the school no more or whose account is disabled, so that the
     * leads are reminded of them.
     */
    void giveUpByFormerLeads(Instant now) {
        getSession().createNativeMutationQuery("""
                        update worry w set state = 'READ', taken_by = null, taken_by_id = null, alert_due_at = ?1, version = version + 1
                        where state = 'TAKEN' and not exists (
                          select 1 from safeguarding_lead_v l join staff_v p on p.id = l.staff_id and p.disabled_at is null
                          where l.school_id = w.school_id and l.staff_id = w.taken_by_id and l.valid_to is null)""").setParameter(1, now).executeUpdate();
    }

    /** The newest worry of each device of these schools in these states, newest first; pages count from 0. */
    List<Worry> newestOfDevices(Collection<Long> schools, Collection<Worry.State> states, int page, int size) {
        return find(NEWEST, Sort.descending("sentAt", "id"), schools, states)
                .range(page * size, page * size + size - 1)
                .list();
    }

    long countDevices(Collection<Long> schools, Collection<Worry.State> states) {
        return schools.isEmpty() ? 0 : count(NEWEST, schools, states);
    }

    /** The other worries of a worry's device in these states, newest first. */
    List<Worry> ofSameDevice(Worry worry, Collection<Worry.State> states) {
        return worry.device() == null
                ? List.of()
                : list(
                        "sessionId = ?1 and device = ?2 and state in ?3 and id <> ?4 order by sentAt desc, id desc",
                        worry.sessionId(),
                        worry.device(),
                        states,
                        worry.id());
    }

    /**
     * Returns whether no worry of its device in the same state was sent within the quarter of an hour before; that one's
     * emails are about both. Later ones write again: another child may have sent them.
     */
    boolean isFirstOfDevice(Worry worry) {
        return worry.device() == null
                || count(
                                "sessionId = ?1 and device = ?2 and state = ?3 and id < ?4 and sentAt > ?5",
                                worry.sessionId(),
                                worry.device(),
                                worry.state(),
                                worry.id(),
                                worry.sentAt().minus(ONE_EMAIL_IN))
                        == 0;
    }

    long countOf(Collection<Long> schools, Collection<Worry.State> states) {
        return schools.isEmpty() ? 0 : count("schoolId in ?1 and state in ?2", schools, states);
    }

    /** Ids of the worries whose next alert is due. */
    List<Long> due(Instant now) {
        return getSession()
                .createNativeQuery("select id from worry where alert_due_at <= ?1 order by alert_due_at", Long.class)
                .setParameter(1, now)
                .getResultList();
    }

    /** Ids of the worries that are encrypted, or have a note that is encrypted, with one of these keys. */
    List<Long> sealedWith(List<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : getSession()
                        .createNativeQuery(
                                "select id from worry where key_id in ?1 union select worry_id from worry_note where key_id in ?1",
                                Long.class)
                        .setParameter(1, keys)
                        .getResultList();
    }

    Optional<Worry> lockedById(long id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Records the next alert step; false if another instance did, or the worry was opened or taken meanwhile. */
    boolean takeStep(long id, int alerts, Instant now, Instant next) {
        return getEntityManager()
                        .createNativeQuery("""
                                update worry set alerts = alerts + 1, alert_due_at = ?4, version = version + 1
                                where id = ?1 and alerts = ?2 and alert_due_at <= ?3""")
                        .setParameter(1, id)
                        .setParameter(2, alerts)
                        .setParameter(3, now)
                        .setParameter(4, next)
                        .executeUpdate()
                == 1;
    }

    /** Makes the next alert of a worry due now if the worry is unread, because an email did not arrive. */
    void hurry(PublicId id, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        update worry set alert_due_at = ?2, version = version + 1
                        where public_id = ?1 and alert_due_at > ?2 and alerts < ?3 and first_read_at is null""")
                .setParameter(1, id.value())
                .setParameter(2, now)
                .setParameter(3, AlertStep.OPENED.ordinal())
                .executeUpdate();
    }

    /** Worries closed before this time, locked; rows locked by another instance are skipped. */
    List<Worry> closedBefore(Instant day, int atMost) {
        return getSession()
                .createNativeQuery(
                        "select * from worry where closed_at < ?1 order by closed_at limit ?2 for update skip locked",
                        Worry.class)
                .setParameter(1, day)
                .setParameter(2, atMost)
                .getResultList();
    }

    long countClosedBefore(Instant day) {
        return count("closedAt < ?1", day);
    }

    List<WorryNote> notesOf(long worryId) {
        return getEntityManager()
                .createQuery("from WorryNote where worryId = ?1 order by id", WorryNote.class)
                .setParameter(1, worryId)
                .getResultList();
    }
}
