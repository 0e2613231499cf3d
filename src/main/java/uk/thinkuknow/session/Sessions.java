package uk.thinkuknow.session;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.thinkuknow.shared.PublicId;

@Singleton
class Sessions implements PanacheRepository<Session> {
    Optional<Session> ofSchool(long schoolId, PublicId id) {
        return find("schoolId = ?1 and publicId = ?2", schoolId, id.value()).firstResultOptional();
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

    /** A running session that one of these classes is in already. */
    Optional<Session> runningWith(List<Long> classIds) {
        return find(
                        "select s from Session s join s.classes c where s.state = ?1 and c.classId in ?2",
                        SessionState.RUNNING,
                        classIds)
                .firstResultOptional();
    }

    /** The return is a later feature's; that one stands in the table is all that is asked here. */
    Set<Long> signedOf(long schoolId) {
        return Set.copyOf(getSession()
                .createNativeQuery("""
                        select r.session_id from signed_return r join session s on s.id = r.session_id
                        where s.school_id = ?1""", Long.class)
                .setParameter(1, schoolId)
                .getResultList());
    }

    /** Ended, and no return stands in the table of the later feature. */
    List<Session> awaiting(long schoolId) {
        return getSession()
                .createNativeQuery("""
                        select s.* from session s
                        where s.school_id = ?1 and s.state = 'ENDED'
                          and not exists (select 1 from signed_return r where r.session_id = s.id)
                        order by s.started_at""", Session.class)
                .setParameter(1, schoolId)
                .getResultList();
    }
}
