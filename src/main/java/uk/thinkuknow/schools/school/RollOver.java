package uk.thinkuknow.schools.school;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.ClassLink;

/**
 * A school's roll-over from one school year to the next: who made it, how classes are linked to next year's, which
 * classes it created, and who confirmed that last year's paper lists are destroyed.
 */
@Entity
@Table(name = "roll_over")
class RollOver {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "school_id")
    private long schoolId;

    @Column(name = "from_year")
    private String fromYear;

    @Column(name = "to_year")
    private String toYear;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "lists_destroyed_by")
    private @Nullable String listsDestroyedBy;

    @Column(name = "lists_destroyed_at")
    private @Nullable Instant listsDestroyedAt;

    @ElementCollection
    @CollectionTable(name = "class_link", joinColumns = @JoinColumn(name = "roll_over_id"))
    private Set<Link> links = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "roll_over_class", joinColumns = @JoinColumn(name = "roll_over_id"))
    @Column(name = "class_id")
    private Set<Long> made = new HashSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    RollOver() {}

    RollOver(long schoolId, String fromYear, String toYear, String madeBy, Instant madeAt) {
        this.publicId = PublicId.draw().value();
        this.schoolId = schoolId;
        this.fromYear = fromYear;
        this.toYear = toYear;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    void link(long fromClass, long toClass, boolean sameCards) {
        links.add(new Link(fromClass, toClass, sameCards));
    }

    void addMade(long classId) {
        made.add(classId);
    }

    Set<Long> made() {
        return made;
    }

    /** Records who confirmed that last year's paper lists are destroyed, and when; later confirmations are ignored. */
    void confirmListsDestroyed(String by, Instant at) {
        if (listsDestroyedAt == null) {
            listsDestroyedBy = by;
            listsDestroyedAt = at;
        }
    }

    RollOverFacts facts() {
        return new RollOverFacts(
                new PublicId(publicId),
                fromYear,
                toYear,
                new RollOverFacts.Act(madeBy, madeAt),
                listsDestroyedBy == null || listsDestroyedAt == null
                        ? null
                        : new RollOverFacts.Act(listsDestroyedBy, listsDestroyedAt),
                links.stream().map(Link::fact).toList(),
                Set.copyOf(made));
    }

    /** A row of {@code class_link}: a class, the class it continues in, and whether the cards stay the same. */
    @Embeddable
    record Link(
            @Column(name = "from_class") long fromClass,
            @Column(name = "to_class") long toClass,
            @Column(name = "same_cards") boolean sameCards) {
        ClassLink fact() {
            return new ClassLink(fromClass, toClass, sameCards);
        }
    }
}
