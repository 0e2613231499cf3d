package uk.thinkuknow.reach.periods;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A brief that was issued for a closed period: its article for the web page and its PDF, stored as bytes. */
@Entity
@Table(name = "brief")
class Brief {
    /** The layout that prints each figure with its range; the one before took the count for its lower end. */
    private static final int WITH_RANGES = 2;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "closed_period_id")
    private long closedPeriodId;

    private int number;

    private byte[] page;

    private byte[] pdf;

    private String hash;

    private String changed;

    private int layout;

    @Column(name = "issued_by")
    private long issuedBy;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @SuppressWarnings("NullAway.Init")
    Brief() {}

    /**
     * A new brief.
     *
     * @param hash the hash of the figures in it
     * @param changed the changes since the brief before; may be empty in the first
     */
    Brief(long closedPeriodId, int number, String hash, String changed, PeriodSignature by) {
        this.closedPeriodId = closedPeriodId;
        this.number = number;
        this.hash = hash;
        this.changed = changed;
        this.layout = WITH_RANGES;
        this.issuedBy = by.staffId();
        this.issuedAt = by.at();
        this.page = new byte[0];
        this.pdf = new byte[0];
    }

    Brief with(byte[] asPage, byte[] asPdf) {
        page = asPage;
        pdf = asPdf;
        return this;
    }

    int number() {
        return number;
    }

    byte[] page() {
        return page;
    }

    byte[] pdf() {
        return pdf;
    }

    String hash() {
        return hash;
    }

    String changed() {
        return changed;
    }

    boolean printsRanges() {
        return layout >= WITH_RANGES;
    }

    long issuedBy() {
        return issuedBy;
    }

    Instant issuedAt() {
        return issuedAt;
    }
}
