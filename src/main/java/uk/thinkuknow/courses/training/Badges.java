package uk.thinkuknow.courses.training;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.common.PublicId;

@Singleton
class Badges implements PanacheRepository<Badge> {
    Optional<Badge> called(PublicId id) {
        return find("publicId", id.value()).firstResultOptional();
    }

    /** The one of a place that is not revoked. */
    Optional<Badge> openOf(long placeId) {
        return find("placeId = ?1 and revokedAt is null", placeId).firstResultOptional();
    }

    /** Every one of these places, the newest last. */
    List<Badge> of(Collection<Long> placeIds) {
        return list("placeId in ?1 order by id", placeIds);
    }

    /** The numbers of those that are revoked, from one number to another. */
    List<Long> revoked(long from, long to) {
        return getSession()
                .createQuery("select id from Badge where revokedAt is not null and id >= ?1 and id < ?2", Long.class)
                .setParameter(1, from)
                .setParameter(2, to)
                .getResultList();
    }
}
