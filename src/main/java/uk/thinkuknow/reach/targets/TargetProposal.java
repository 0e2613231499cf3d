package uk.thinkuknow.reach.targets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.StaffMember;

/** A proposal: changes of targets that one manager proposed together, for one reason. */
@Entity
@Table(name = "target_proposal")
class TargetProposal {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id", updatable = false)
    private String publicId;

    @Column(updatable = false)
    private String why;

    @Column(name = "proposed_by_id", updatable = false)
    private long proposedById;

    @Column(name = "proposed_by", updatable = false)
    private String proposedBy;

    @Column(name = "proposed_at", updatable = false)
    private Instant proposedAt;

    @SuppressWarnings("NullAway.Init")
    TargetProposal() {}

    TargetProposal(PublicId publicId, String why, ActingManager by, Instant at) {
        this.publicId = publicId.value();
        this.why = why;
        this.proposedById = by.id();
        this.proposedBy = by.name();
        this.proposedAt = at;
    }

    /** The manager who proposes or decides, with the name they had at the time. */
    record ActingManager(long id, String name) {
        static ActingManager of(StaffMember member) {
            return new ActingManager(member.id(), member.name());
        }
    }

    boolean isBy(long staffId) {
        return proposedById == staffId;
    }

    String publicId() {
        return publicId;
    }

    String why() {
        return why;
    }

    String proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }
}
