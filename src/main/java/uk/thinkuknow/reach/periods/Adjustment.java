package uk.thinkuknow.reach.periods;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A dated recount of a closed period, made after returns arrived late or were amended or withdrawn. */
@Entity
@Table(name = "adjustment")
class Adjustment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "closed_period_id")
    private long closedPeriodId;

    private int number;

    @Column(name = "as_at")
    private Instant asAt;

    private String figures;

    private String hash;

    @SuppressWarnings("NullAway.Init")
    Adjustment() {}

    Adjustment(long closedPeriodId, int number, Instant asAt, FiguresJson text) {
        this.closedPeriodId = closedPeriodId;
        this.number = number;
        this.asAt = asAt;
        this.figures = text.json();
        this.hash = text.hash();
    }

    int number() {
        return number;
    }

    Instant asAt() {
        return asAt;
    }

    FiguresJson figures() {
        return new FiguresJson(figures, hash);
    }
}
