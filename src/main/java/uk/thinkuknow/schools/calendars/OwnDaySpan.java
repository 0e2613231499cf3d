package uk.thinkuknow.schools.calendars;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/** A span of a school's own days: who added it, when and why. */
@Entity
@Table(name = "own_day_span")
class OwnDaySpan {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "school_id")
    private long schoolId;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    private Weekdays weekdays;

    private boolean open;
    private String why;

    @Column(name = "added_by")
    private String addedBy;

    @Column(name = "added_at")
    private Instant addedAt;

    @SuppressWarnings("NullAway.Init")
    OwnDaySpan() {}

    OwnDaySpan(long schoolId, OwnDays days, String why, String addedBy, Instant addedAt) {
        this.publicId = PublicId.draw().value();
        this.schoolId = schoolId;
        this.firstDay = days.first();
        this.lastDay = days.last();
        this.weekdays = days.weekdays();
        this.open = days.open();
        this.why = why;
        this.addedBy = addedBy;
        this.addedAt = addedAt;
    }

    String publicId() {
        return publicId;
    }

    OwnDays days() {
        return new OwnDays(firstDay, lastDay, weekdays, open);
    }

    String why() {
        return why;
    }

    String addedBy() {
        return addedBy;
    }

    Instant addedAt() {
        return addedAt;
    }

    void endOn(LocalDate day) {
        lastDay = day;
    }
}
