package uk.thinkuknow.reach.periods;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was published of a closed period, and what each school contributed to it. Later editions are judged by it. */
@Entity
@Table(name = "public_edition")
class PublicEdition {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private int place;

    @Column(name = "closed_period_id")
    private long closedPeriodId;

    @Column(name = "made_of")
    private String madeOf;

    private String document;

    private String hash;

    private String changed;

    private byte[] parts;

    @Column(name = "published_at")
    private Instant publishedAt;

    @SuppressWarnings("NullAway.Init")
    PublicEdition() {}

    /**
     * A new edition.
     *
     * @param place its place among all editions of all periods, from 1
     * @param madeOf the hash of the figures it was made of
     * @param content what readers see, and what has changed since the edition before
     * @param parts what each school contributed, see {@link SchoolPartsFile}
     */
    PublicEdition(int place, long closedPeriodId, String madeOf, Content content, byte[] parts, Instant publishedAt) {
        this.place = place;
        this.closedPeriodId = closedPeriodId;
        this.madeOf = madeOf;
        this.document = content.figures().json();
        this.hash = FiguresJson.hash(document);
        this.changed = content.changed();
        this.parts = parts;
        this.publishedAt = publishedAt;
    }

    /** The figures of an edition, and what has changed since the edition before in words. */
    record Content(ShownFigures figures, String changed) {}

    long closedPeriodId() {
        return closedPeriodId;
    }

    String madeOf() {
        return madeOf;
    }

    String document() {
        return document;
    }

    ShownFigures figures() {
        return ShownFigures.read(document);
    }

    String hash() {
        return hash;
    }

    String changed() {
        return changed;
    }

    byte[] parts() {
        return parts;
    }

    Instant publishedAt() {
        return publishedAt;
    }
}
