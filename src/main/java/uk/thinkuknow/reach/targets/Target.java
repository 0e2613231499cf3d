package uk.thinkuknow.reach.targets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.reach.totals.AreaKind;

/** A target: a cell of the table of targets with its number in force. Changes lock this row. */
@Entity
@Table(name = "target")
class Target {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "year_key", updatable = false)
    private String year;

    @Column(updatable = false)
    private String measure;

    @Column(name = "area_kind", updatable = false)
    private String areaKind;

    @Column(name = "area_key", updatable = false)
    private String areaKey;

    @Column(name = "term_key", updatable = false)
    private String term;

    @Column(name = "slice_key", updatable = false)
    private String slice;

    private @Nullable Integer number;

    private int version;

    @SuppressWarnings("NullAway.Init")
    Target() {}

    TargetCell cell() {
        return new TargetCell(
                year, Measure.of(measure).orElseThrow(), AreaKind.of(areaKind).orElseThrow(), areaKey, term, slice);
    }

    /** Raises the version after a proposal or a decision, so that a form with the older version is refused. */
    void raiseVersion() {
        version++;
    }

    void setNumber(@Nullable Integer approved) {
        number = approved;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    /** The number in force; null if there is none. */
    @Nullable
    Integer number() {
        return number;
    }

    int version() {
        return version;
    }
}
