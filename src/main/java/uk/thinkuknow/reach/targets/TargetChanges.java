package uk.thinkuknow.reach.targets;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import uk.thinkuknow.reach.totals.AreaKind;

/** Finds proposed changes of targets, and locks them. */
@Singleton
class TargetChanges implements PanacheRepository<TargetChange> {
    /** The undecided changes of a table of targets. */
    List<TargetChange> open(String year, Measure measure, AreaKind kind) {
        return list(
                "from TargetChange c join fetch c.target t join fetch c.proposal where c.state = ?1 and t.year = ?2"
                        + " and t.measure = ?3 and t.areaKind = ?4",
                TargetChange.State.PROPOSED,
                year,
                measure.key(),
                kind.key());
    }

    Optional<TargetChange> openFor(Target target) {
        return find("target = ?1 and state = ?2", target, TargetChange.State.PROPOSED)
                .singleResultOptional();
    }

    /** The change of a target that was proposed or decided last. */
    Optional<TargetChange> lastOf(Target target) {
        return find("target = ?1 order by coalesce(decidedAt, proposal.proposedAt) desc, id desc", target)
                .firstResultOptional();
    }

    /** All changes ever proposed for an area in a year, newest first. */
    List<TargetChange> of(String year, Measure measure, AreaKind kind, String area) {
        return list(
                "from TargetChange c join fetch c.target t join fetch c.proposal where t.year = ?1 and t.measure = ?2"
                        + " and t.areaKind = ?3 and t.areaKey = ?4 order by c.id desc",
                year,
                measure.key(),
                kind.key(),
                area);
    }

    List<TargetChange> of(Collection<TargetProposal> proposals) {
        return list(
                "from TargetChange c join fetch c.target join fetch c.proposal where c.proposal in ?1 order by c.id",
                proposals);
    }

    /** Locks the targets of a proposal in id order. */
    void lockTargetsOf(String proposal) {
        var ids = find("select c.target.id from TargetChange c where c.proposal.publicId = ?1", proposal)
                .project(Long.class)
                .list();
        getEntityManager()
                .createQuery("from Target t where t.id in ?1 order by t.id", Target.class)
                .setParameter(1, ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    List<TargetChange> locked(TargetProposal proposal) {
        return find("proposal = ?1 order by id", proposal)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
