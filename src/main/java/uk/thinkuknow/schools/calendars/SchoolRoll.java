package uk.thinkuknow.schools.calendars;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How many pupils a school had on its roll as of a day, by a national register or by a manager. */
@Entity
@Table(name = "school_roll")
class SchoolRoll {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "school_id")
    private long schoolId;

    @Column(name = "as_of")
    private LocalDate asOf;

    private int roll;
    private String source;

    @Column(name = "import_id")
    private @Nullable Long importId;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    SchoolRoll() {}

    /** A roll that a manager records. */
    SchoolRoll(long schoolId, LocalDate asOf, int roll, String source, String recordedBy, Instant recordedAt) {
        this.schoolId = schoolId;
        this.asOf = asOf;
        this.roll = roll;
        this.source = source;
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    RollRecord record() {
        return new RollRecord(asOf, roll, importId != null, source, recordedBy, recordedAt);
    }
}
