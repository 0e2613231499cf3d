package uk.thinkuknow.staffing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** That a member of staff belongs to a school, from a day to a day, as a teacher or as its administrator. */
@Entity
@Table(name = "staff_school")
class Membership {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "staff_id")
    private long staffId;

    @Column(name = "school_id")
    private long schoolId;

    @Enumerated(EnumType.STRING)
    private Part part;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @SuppressWarnings("NullAway.Init")
    Membership() {}

    Membership(long staffId, long schoolId, Part part, LocalDate from) {
        this.staffId = staffId;
        this.schoolId = schoolId;
        this.part = part;
        this.validFrom = from;
    }

    /** What she is at the school. */
    enum Part {
        TEACHER("teacher"),
        ADMINISTRATOR("school administrator");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        String inWords() {
            return words;
        }
    }

    void end(LocalDate day) {
        validTo = day;
    }

    void becomes(Part now) {
        part = now;
    }

    long staffId() {
        return staffId;
    }

    long schoolId() {
        return schoolId;
    }

    Part part() {
        return part;
    }

    LocalDate since() {
        return validFrom;
    }

    @Nullable
    LocalDate until() {
        return validTo;
    }
}
