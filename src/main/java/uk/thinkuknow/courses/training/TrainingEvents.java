package uk.thinkuknow.courses.training;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.Scope;

@Singleton
class TrainingEvents implements PanacheRepository<TrainingEvent> {
    Optional<TrainingEvent> called(PublicId id) {
        return find("publicId", id.value()).firstResultOptional();
    }

    /** Locked, so that nobody else takes or frees a place at the same moment. */
    Optional<TrainingEvent> lockedCalled(PublicId id) {
        return find("publicId", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Those that have not ended, soonest first; of one region and the whole programme, or all. */
    List<TrainingEvent> coming(@Nullable String region, Instant now) {
        return list(
                        "startsAt > ?1 and (?2 is null or regionKey is null or regionKey = ?2) order by startsAt, id",
                        now.minusSeconds(TrainingEvent.LONGEST * 60L),
                        region)
                .stream()
                .filter(each -> each.endsAt().isAfter(now))
                .toList();
    }

    /** Those that have begun, newest first; of the regions of an area, or all. */
    List<TrainingEvent> past(Scope area, Instant now, int page, int size) {
        return find(
                        "startsAt <= ?1 and (?2 = true or regionKey in ?3) order by startsAt desc, id desc",
                        now,
                        area.isProgramme(),
                        area.regions())
                .range(page * size, page * size + size)
                .list();
    }

    /** Led by her, begun, not cancelled, and nobody is marked yet. */
    List<TrainingEvent> toMark(long leaderId, Instant now) {
        return list(
                "leaderId = ?1 and startsAt <= ?2 and markedAt is null and cancelledAt is null order by startsAt",
                leaderId,
                now);
    }

    Map<Long, TrainingEvent> byId(Collection<Long> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(TrainingEvent::id, each -> each));
    }
}
