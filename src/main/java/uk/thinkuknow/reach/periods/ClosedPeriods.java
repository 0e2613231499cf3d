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

    /**
     * The figures in a brief: those of an edition or, in one issued before there were editions, the frozen ones or those
     * of an adjustment, with nothing hidden.
     */
    ShownFigures figures(ClosedPeriod closed, Brief brief) {
        return edition(closed, brief)
                .map(PublicEdition::figures)
                .orElseGet(() -> Stream.concat(
                                Stream.of(closed.figures()),
                                adjustments(closed).stream().map(Adjustment::figures))
                        .filter(text -> text.hash().equals(brief.hash()))
                        .findFirst()
                        .map(text -> ShownFigures.whole(text.figures()))
                        .orElseThrow(NotFound::new));
    }

    /** The edition that a brief shows; empty for one issued before there were editions. */
    Optional<PublicEdition> edition(ClosedPeriod closed, Brief brief) {
        return editions(closed).stream()
                .filter(each -> each.hash().equals(brief.hash()))
                .findFirst();
    }

    /** The editions of a period, oldest first. */
    List<PublicEdition> editions(ClosedPeriod closed) {
        return getEntityManager()
                .createQuery("from PublicEdition where closedPeriodId = ?1 order by place", PublicEdition.class)
                .setParameter(1, closed.id())
                .getResultList();
    }

    /** The editions of all periods, oldest first. */
    List<PublicEdition> editions() {
        return getEntityManager()
                .createQuery("from PublicEdition e order by e.place", PublicEdition.class)
                .getResultList();
    }

    /** The edition of the figures in a brief; a brief issued before there were editions has another hash than it. */
    Optional<PublicEdition> editionOfFigures(ClosedPeriod closed, Brief brief) {
        return edition(closed, brief)
                .or(() -> editions(closed).stream()
                        .filter(each -> each.madeOf().equals(brief.hash()))
                        .findFirst());
    }

    /** What a corrected edition of the brief says; empty if the rules give the ranges that the brief prints. */
    Optional<String> correction(ClosedPeriod closed, Brief brief) {
        return brief.printsRanges()
                ? Optional.empty()
                : BriefCorrection.of(
                        brief,
                        figures(closed, brief).figures(),
                        editionOfFigures(closed, brief)
                                .map(PublicEdition::figures)
                                .orElse(null));
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

    void add(PublicEdition edition) {
        getEntityManager().persist(edition);
        getEntityManager().flush();
    }

    void add(Brief brief) {
        getEntityManager().persist(brief);
    }
}
