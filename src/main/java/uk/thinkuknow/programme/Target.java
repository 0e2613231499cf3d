package uk.thinkuknow.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many children new to the year a term is to reach in an area. */
@Entity
@Table(name = "target")
class Target {
    static final String EVERY_BAND = "all";
    static final String REGION = "region";

    /** All bands together, then each by itself. */
    static final List<String> BANDS = List.of(EVERY_BAND, "4-7", "8-10", "11-13", "14-18");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "year_key", updatable = false)
    private String year;

    @Column(name = "term_key", updatable = false)
    private String term;

    @Column(name = "area_kind", updatable = false)
    private String areaKind;

    @Column(name = "area_key", updatable = false)
    private String areaKey;

    @Column(name = "band_key", updatable = false)
    private String band;

    private int children;

    @Column(name = "set_by")
    private String setBy;

    @Column(name = "set_at")
    private Instant setAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    Target() {}

    Target(String year, String term, String regionKey, String band, int children, String by, Instant at) {
        this.year = year;
        this.term = term;
        this.areaKind = REGION;
        this.areaKey = regionKey;
        this.band = band;
        set(children, by, at);
    }

    final void set(int children, String by, Instant at) {
        this.children = children;
        this.setBy = by;
        this.setAt = at;
    }

    String year() {
        return year;
    }

    String term() {
        return term;
    }

    String areaKind() {
        return areaKind;
    }

    String regionKey() {
        return areaKey;
    }

    String band() {
        return band;
    }

    int children() {
        return children;
    }

    String setBy() {
        return setBy;
    }

    Instant setAt() {
        return setAt;
    }

    int version() {
        return version;
    }
}
