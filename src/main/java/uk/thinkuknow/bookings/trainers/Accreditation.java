package uk.thinkuknow.bookings.trainers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.AccreditationStatus;
import uk.thinkuknow.common.Refused;

/**
 * Permission for a trainer to deliver from a first to a last day, and who gave it. It is never changed, only withdrawn.
 */
@Entity
@Table(name = "trainer_accreditation")
class Accreditation {
    private static final int YEARS_AT_MOST = 5;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "staff_id")
    private long staffId;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    private @Nullable String why;

    @Column(name = "given_by")
    private String givenBy;

    @Column(name = "given_at")
    private Instant givenAt;

    @Column(name = "withdrawn_why")
    private @Nullable String withdrawnWhy;

    @Column(name = "withdrawn_by")
    private @Nullable String withdrawnBy;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init")
    Accreditation() {}

    /** @param why null for an accreditation that was imported */
    Accreditation(long staffId, AccreditationStatus.AccreditedDays days, @Nullable String why, String by, Instant at) {
        var firstDay = days.firstDay();
        var lastDay = days.lastDay();
        if (lastDay.isBefore(firstDay)) {
            throw new Refused("trainers.endsBeforeItBegins");
        }
        if (lastDay.isAfter(firstDay.plusYears(YEARS_AT_MOST))) {
            throw new Refused("trainers.tooLong", YEARS_AT_MOST);
        }
        this.staffId = staffId;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.why = why;
        this.givenBy = by;
        this.givenAt = at;
    }

    /** Withdraws it. Returns false, and changes nothing, if it is withdrawn already. */
    boolean withdraw(String reason, String by, Instant at) {
        if (withdrawnAt != null) {
            return false;
        }
        withdrawnWhy = reason;
        withdrawnBy = by;
        withdrawnAt = at;
        return true;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    long staffId() {
        return staffId;
    }

    AccreditationStatus.AccreditedDays days() {
        return new AccreditationStatus.AccreditedDays(firstDay, lastDay);
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    String givenBy() {
        return givenBy;
    }

    Instant givenAt() {
        return givenAt;
    }

    @Nullable
    String withdrawnBy() {
        return withdrawnBy;
    }

    @Nullable
    Instant withdrawnAt() {
        return withdrawnAt;
    }

    @Nullable
    String why() {
        return why;
    }

    @Nullable
    String withdrawnWhy() {
        return withdrawnWhy;
    }
}
