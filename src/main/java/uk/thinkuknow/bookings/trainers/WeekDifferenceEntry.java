package uk.thinkuknow.bookings.trainers;

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
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.WeekDifference;

/** A trainer's entry of days that differ from the usual week; removing it only marks it, so that it can be restored. */
@Entity
@Table(name = "trainer_exception")
class WeekDifferenceEntry {
    /** The kinds of entry: away, or free for extra hours. */
    enum Kind {
        AWAY,
        EXTRA
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "staff_id")
    private long staffId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "from_time")
    private @Nullable LocalTime from;

    @Column(name = "to_time")
    private @Nullable LocalTime to;

    @Column(name = "said_at")
    @SuppressWarnings("UnusedVariable") // for people who read the table
    private Instant saidAt;

    @Column(name = "taken_back")
    private boolean takenBack;

    @SuppressWarnings("NullAway.Init")
    WeekDifferenceEntry() {}

    WeekDifferenceEntry(long staffId, WeekDifference said, Instant at) {
        this.staffId = staffId;
        this.saidAt = at;
        switch (said) {
            case WeekDifference.Away away -> {
                kind = Kind.AWAY;
                firstDay = away.firstDay();
                lastDay = away.lastDay();
            }
            case WeekDifference.Extra extra -> {
                kind = Kind.EXTRA;
                firstDay = lastDay = extra.day();
                from = extra.from();
                to = extra.to();
            }
        }
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    long staffId() {
        return staffId;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    void remove() {
        takenBack = true;
    }

    void restore() {
        takenBack = false;
    }

    WeekDifference difference() {
        return switch (kind) {
            case AWAY -> new WeekDifference.Away(firstDay, lastDay);
            case EXTRA -> new WeekDifference.Extra(firstDay, Objects.requireNonNull(from), Objects.requireNonNull(to));
        };
    }
}
