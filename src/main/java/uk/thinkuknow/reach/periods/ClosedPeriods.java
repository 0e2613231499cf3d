package uk.thinkuknow.reach.periods;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.reach.frozen.FrozenFigures;

/** Reads and stores closed periods with their adjustments, briefs and places. */
@Singleton
class ClosedPeriods implements PanacheRepository<ClosedPeriod> {
    /** The closed period with this public id. */
    Optional<ClosedPeriod> called(String publicId) {
        return find("publicId", publicId).firstResultOptional();
    }

    /**
     * The closed period with this public id, locked until the end of the transaction, so that concurrent acts run one
     * after the other.
     */
    Optional<ClosedPeriod> locked(String publicId) {
        return find("publicId", publicId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The closed period with this key that was not refused, if there is one. */
    Optional<ClosedPeriod> ofPeriod(String periodKey) {
        return find("periodKey = ?1 and state <> ?2", periodKey, ClosedPeriod.State.REFUSED)
                .firstResultOptional();
    }

    List<ClosedPeriod> latestFirst() {
        return list("from ClosedPeriod c order by c.periodKey desc, c.id desc");
    }

    List<ClosedPeriod> approved() {
        return list("state", ClosedPeriod.State.APPROVED);
    }

    /** The adjustments, oldest first. */
    List<Adjustment> adjustments(ClosedPeriod closed) {
        return getEntityManager()
                .createQuery("from Adjustment where closedPeriodId = ?1 order by number", Adjustment.class)
                .setParameter(1, closed.id())
                .getResultList();
    }

    /** The briefs, oldest first. */
    List<Brief> briefs(ClosedPeriod closed) {
        return getEntityManager()
                .createQuery("from Brief where closedPeriodId = ?1 order by number", Brief.class)
                .setParameter(1, closed.id())
                .getResultList();
    }

    /** The figures of the last adjustment or, without one, the frozen figures. */
    FrozenFigures latest(ClosedPeriod closed) {
        var adjustments = adjustments(closed);
        return (adjustments.isEmpty() ? closed.figures() : adjustments.getLast().figures()).figures();
    }

    /** The figures in a brief: the frozen ones or those of an adjustment. */
    FrozenFigures figures(ClosedPeriod closed, Brief brief) {
        return Stream.concat(
                        Stream.of(closed.figures()),
                        adjustments(closed).stream().map(Adjustment::figures))
                .filter(text -> text.hash().equals(brief.hash()))
                .findFirst()
                .orElseThrow(NotFound::new)
                .figures();
    }

    /** What a corrected edition of the brief says; empty if the rules give the ranges that the brief prints. */
    Optional<String> correction(ClosedPeriod closed, Brief brief) {
        return brief.printsRanges() ? Optional.empty() : BriefCorrection.of(brief, figures(closed, brief));
    }

    /** What a corrected edition of the latest brief says; empty if there is no brief to correct. */
    Optional<String> correction(ClosedPeriod closed) {
        var briefs = briefs(closed);
        return briefs.isEmpty() ? Optional.empty() : correction(closed, briefs.getLast());
    }

    /** The stored places of the closed period: areas of schools, and links between classes. */
    ClosedPlacesRepository places(ClosedPeriod closed) {
        return new ClosedPlacesRepository(getEntityManager(), closed.id());
    }

    void add(Adjustment adjustment) {
        getEntityManager().persist(adjustment);
    }

    void add(Brief brief) {
        getEntityManager().persist(brief);
    }
}
