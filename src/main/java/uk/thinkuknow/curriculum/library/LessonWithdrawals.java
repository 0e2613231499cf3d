package uk.thinkuknow.curriculum.library;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.common.PublicId;

/** Repository of lessons that were taken out of use. */
@Singleton
class LessonWithdrawals implements PanacheRepository<LessonWithdrawal> {
    /** Returns a withdrawal, locked for update, so that of two decisions the second finds the first. */
    Optional<LessonWithdrawal> locked(PublicId id) {
        return find("publicId", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Returns the withdrawals that were not restored, newest first. */
    List<LessonWithdrawal> inForce() {
        return list("state != ?1 order by askedAt desc", LessonWithdrawal.State.RESTORED);
    }

    /** Returns those of one lesson, newest first. */
    List<LessonWithdrawal> inForce(String moduleKey) {
        return list("state != ?1 and moduleKey = ?2 order by askedAt desc", LessonWithdrawal.State.RESTORED, moduleKey);
    }

    /** Returns those of one lesson that are in force or were asked for since a time. */
    List<LessonWithdrawal> inForceOrAsked(String moduleKey, Instant since) {
        return list(
                "moduleKey = ?1 and (state != ?2 or askedAt > ?3)", moduleKey, LessonWithdrawal.State.RESTORED, since);
    }

    /**
     * Returns since when versions are out of use that this withdrawal holds: one for the whole programme that ended while it
     * held left its versions to it.
     */
    Instant heldSince(LessonWithdrawal row) {
        var since = row.askedAt();
        for (var earlier : list(
                "state = ?1 and moduleKey = ?2 and area = '' order by askedAt desc",
                LessonWithdrawal.State.RESTORED,
                row.moduleKey())) {
            if (earlier.askedAt().isBefore(since) && earlier.heldAt(since)) {
                since = earlier.askedAt();
            }
        }
        return since;
    }

    /** Returns when a person first withdrew this version of a lesson alone, since a time. */
    Optional<Instant> firstAlone(LessonWithdrawal row, Instant since) {
        return find(
                        "moduleKey = ?1 and upTo = ?2 and askedBy = ?3 and safeguarding = false and askedAt > ?4 order by askedAt",
                        row.moduleKey(),
                        row.upTo(),
                        row.askedBy(),
                        since)
                .firstResultOptional()
                .map(LessonWithdrawal::askedAt);
    }

    /** Returns the ids of those that nobody has signed in time. */
    List<PublicId> due(Instant now) {
        return list("state = ?1 and endsAt <= ?2", LessonWithdrawal.State.WAITING, now).stream()
                .map(LessonWithdrawal::publicId)
                .toList();
    }
}
