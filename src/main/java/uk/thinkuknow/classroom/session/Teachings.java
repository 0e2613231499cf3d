package uk.thinkuknow.classroom.session;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds who taught a module version, and counts the sessions of each; cancelled sessions are left out. */
@Singleton
public class Teachings {
    private final EntityManager database;

    Teachings(EntityManager database) {
        this.database = database;
    }

    /** Accounts of all who taught any of these versions. */
    @Transactional
    public List<Long> whoTaught(Collection<Long> moduleVersionIds) {
        if (moduleVersionIds.isEmpty()) {
            return List.of();
        }
        return database.createQuery(
                        "select distinct coalesce(handedTo, startedBy) from Session"
                                + " where moduleVersionId in ?1 and cancelledAt is null",
                        Long.class)
                .setParameter(1, moduleVersionIds)
                .getResultList();
    }

    /** The number of sessions of each of these versions; versions without sessions are left out. */
    @Transactional
    public Map<Long, Long> timesTaught(Collection<Long> moduleVersionIds) {
        if (moduleVersionIds.isEmpty()) {
            return Map.of();
        }
        return database
                .createQuery(
                        "select moduleVersionId, count(*) from Session"
                                + " where moduleVersionId in ?1 and cancelledAt is null group by moduleVersionId",
                        Object[].class)
                .setParameter(1, moduleVersionIds)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }
}
