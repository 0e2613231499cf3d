package uk.thinkuknow.classroom.session;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.SchoolService;

/** Stores and finds sessions, and turns each into the {@link SessionFacts} that other packages get. */
@Singleton
class Sessions implements PanacheRepository<Session> {
    private final SchoolService schools;
    private final PeopleService people;

    Sessions(SchoolService schools, PeopleService people) {
        this.schools = schools;
        this.people = people;
    }

    SessionFacts facts(Session session) {
        var named = session.classes().stream()
                .map(each -> {
                    var group = schools.classOf(each.classId());
                    return new SessionClass(
                            each.classId(),
                            group.publicId(),
                            group.name(),
                            each.cardGroupId(),
                            each.forCards(),
                            each.inForce());
                })
                .sorted(Comparator.comparing(SessionClass::className))
                .toList();
        return session.facts(people.nameOf(session.startedBy()), people.nameOf(session.signer()), named);
    }

    Optional<Session> startedWith(long schoolId, String key) {
        return find("schoolId = ?1 and startKey = ?2", schoolId, key).firstResultOptional();
    }

    List<Session> ofSchool(long schoolId, int page, int size) {
        return find("schoolId = ?1 order by startedAt desc", schoolId)
                .page(Page.of(page, size))
                .list();
    }

    List<Session> running(long schoolId) {
        return list("schoolId = ?1 and state = ?2 order by startedAt", schoolId, SessionState.RUNNING);
    }

    /** The running sessions of a school whose register this person signs. */
    List<Session> runningOf(long schoolId, long staffId) {
        return list(
                "schoolId = ?1 and state = ?2 and coalesce(handedTo, startedBy) = ?3 order by startedAt",
                schoolId,
                SessionState.RUNNING,
                staffId);
    }

    /** A running session of one of these classes. */
    Optional<Session> runningWith(List<Long> classIds) {
        return find(
                        "select s from Session s join s.classes c where s.state = ?1 and c.classId in ?2",
                        SessionState.RUNNING,
                        classIds)
                .firstResultOptional();
    }

    /** A session of one of these classes that overlaps this time and is neither cancelled nor withdrawn. */
    Optional<Session> between(List<Long> classIds, Instant from, Instant to) {
        return find("""
                        select s from Session s join s.classes c
                        where s.state not in ?1 and c.classId in ?2 and s.startedAt < ?3 and (s.endedAt is null or s.endedAt > ?4)""", List.of(SessionState.CANCELLED, SessionState.WITHDRAWN), classIds, to, from)
                .firstResultOptional();
    }

    /** Ids of running sessions of earlier days. */
    List<Long> leftOpen(LocalDate today) {
        return getEntityManager()
                .createQuery(
                        "select id from Session where returnedAt is null and state = ?1 and localDate < ?2 order by id",
                        Long.class)
                .setParameter(1, SessionState.RUNNING)
                .setParameter(2, today)
                .getResultList();
    }

    List<Session> runningWithVersions(Set<Long> moduleVersionIds) {
        return list("state = ?1 and moduleVersionId in ?2 order by id", SessionState.RUNNING, moduleVersionIds);
    }

    Set<Long> returnedOf(long schoolId) {
        return Set.copyOf(getSession()
                .createQuery("select id from Session where schoolId = ?1 and returnedAt is not null", Long.class)
                .setParameter(1, schoolId)
                .getResultList());
    }

    /** Ended sessions whose return does not count yet. */
    List<Session> awaiting(long schoolId) {
        return list(
                "schoolId = ?1 and state = ?2 and returnedAt is null order by startedAt", schoolId, SessionState.ENDED);
    }

    /** Sessions that this person delivers at other schools, running or awaiting their return. */
    List<Session> visitsOf(long staffId) {
        return list(
                "coalesce(handedTo, startedBy) = ?1 and confirmer is not null and returnedAt is null and state in ?2 order by startedAt",
                staffId,
                List.of(SessionState.RUNNING, SessionState.ENDED));
    }
}
