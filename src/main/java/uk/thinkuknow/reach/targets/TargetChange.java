package uk.thinkuknow.reach.targets;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.reach.targets.TargetProposal.ActingManager;

/** A proposed change of one target and the decision on it; immutable once decided. */
@Entity
@Table(name = "target_change")
class TargetChange {
    /** The state of a proposed change of a target. */
    enum State {
        PROPOSED,
        APPROVED,
        REFUSED,
        TAKEN_BACK,
        REPLACED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "proposal_id", updatable = false)
    private TargetProposal proposal;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "target_id", updatable = false)
    private Target target;

    @Column(updatable = false)
    private @Nullable Integer was;

    @Column(updatable = false)
    private @Nullable Integer wanted;

    @Enumerated(EnumType.STRING)
    private State state = State.PROPOSED;

    @Column(name = "decided_by_id")
    private @Nullable Long decidedById;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decided_why")
    private @Nullable String decidedWhy;

    @SuppressWarnings("NullAway.Init")
    TargetChange() {}

    TargetChange(TargetProposal proposal, Target target, @Nullable Integer wanted) {
        this.proposal = proposal;
        this.target = target;
        this.was = target.number();
        this.wanted = wanted;
        target.raiseVersion();
    }

    /**
     * Puts the proposed number into force.
     *
     * @throws Refused if the user proposed it, because a second manager must decide, or if it is decided already
     */
    void approve(ActingManager by, Instant at) {
        requireSecond(by);
        decide(State.APPROVED, by, at, null);
        target.setNumber(wanted);
    }

    /**
     * Refuses the change.
     *
     * @throws Refused if the user proposed it, because they can take it back instead, or if it is decided already
     */
    void refuse(ActingManager by, Instant at, String why) {
        requireSecond(by);
        decide(State.REFUSED, by, at, why);
    }

    /**
     * Takes the change back.
     *
     * @throws Refused if somebody else proposed it, or if it is decided already
     */
    void takeBack(ActingManager by, Instant at) {
        if (!proposal.isBy(by.id())) {
            throw new Refused("targets.onlyProposer", proposal.proposedBy());
        }
        decide(State.TAKEN_BACK, by, at, null);
    }

    /** Closes the change because another number was proposed for the same target. */
    void replace(ActingManager by, Instant at) {
        decide(State.REPLACED, by, at, null);
    }

    private void requireSecond(ActingManager by) {
        if (proposal.isBy(by.id())) {
            throw new Refused("targets.ownProposal");
        }
    }

    private void decide(State now, ActingManager by, Instant at, @Nullable String why) {
        if (!isOpen()) {
            throw new Refused("targets.decidedMeanwhile", TargetWords.outcome(this));
        }
        state = now;
        decidedById = by.id();
        decidedBy = by.name();
        decidedAt = at;
        decidedWhy = why;
        target.raiseVersion();
    }

    boolean isOpen() {
        return state == State.PROPOSED;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    TargetProposal proposal() {
        return proposal;
    }

    Target target() {
        return target;
    }

    @Nullable
    Integer was() {
        return was;
    }

    @Nullable
    Integer wanted() {
        return wanted;
    }

    State state() {
        return state;
    }

    @Nullable
    String decidedBy() {
        return decidedBy;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    @Nullable
    String decidedWhy() {
        return decidedWhy;
    }
}
