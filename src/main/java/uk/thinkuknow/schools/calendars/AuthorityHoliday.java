package uk.thinkuknow.schools.calendars;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.Holiday;

/** A holiday of an authority's schools in a school year. */
@Entity
@Table(name = "authority_holiday")
class AuthorityHoliday {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "authority_key")
    private String authorityKey;

    @Column(name = "year_key")
    private String yearKey;

    private String name;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @SuppressWarnings("NullAway.Init")
    AuthorityHoliday() {}

    AuthorityHoliday(String authorityKey, String yearKey, Holiday holiday) {
        this.publicId = PublicId.draw().value();
        this.authorityKey = authorityKey;
        this.yearKey = yearKey;
        change(holiday);
    }

    String publicId() {
        return publicId;
    }

    String yearKey() {
        return yearKey;
    }

    Holiday holiday() {
        return new Holiday(name, firstDay, lastDay);
    }

    final void change(Holiday holiday) {
        name = holiday.key();
        firstDay = holiday.firstDay();
        lastDay = holiday.lastDay();
    }
}
