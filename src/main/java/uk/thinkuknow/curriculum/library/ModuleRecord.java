package uk.thinkuknow.curriculum.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Entity: a module, with what all its versions have in common: the key, and the age band of the newest. */
@Entity(name = "Module")
@Table(name = "module")
class ModuleRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "module_key", nullable = false)
    private String key;

    @Column(name = "band_key", nullable = false)
    private String band;

    @SuppressWarnings("NullAway.Init")
    ModuleRecord() {}

    ModuleRecord(String key, String band) {
        this.key = key;
        this.band = band;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String key() {
        return key;
    }

    String band() {
        return band;
    }

    void moveTo(String newBand) {
        band = newBand;
    }
}
