package uk.thinkuknow.schools.members;

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
import uk.thinkuknow.common.Words;

/** A dated membership of a member of staff at a school, as a teacher or as its administrator. */
@Entity
@Table(name = "staff_school")
public class Membership {
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

    /** Account of the person who invited the member or approved their claim; null if that is unknown. */
    @Column(name = "admitted_by")
    private @Nullable Long admittedBy;

    @SuppressWarnings("NullAway.Init")
    Membership() {}

    Membership(long staffId, long schoolId, Part part, LocalDate from, @Nullable Long admittedBy) {
        this.staffId = staffId;
        this.schoolId = schoolId;
        this.part = part;
        this.validFrom = from;
        this.admittedBy = admittedBy;
    }

    /** What the member is at the school. */
    public enum Part {
        TEACHER,
        ADMINISTRATOR;

        public String inWords() {
            return Words.of(this);
        }
    }

    void end(LocalDate day) {
        validTo = day;
    }

    void setSince(LocalDate day) {
        validFrom = day;
    }

    void setPart(Part now) {
        part = now;
    }

    public long staffId() {
        return staffId;
    }

    public long schoolId() {
        return schoolId;
    }

    public Part part() {
        return part;
    }

    public LocalDate since() {
        return validFrom;
    }

    /** Returns the account of the person who invited the member or approved their claim; null if that is unknown. */
    @Nullable
    public Long admittedBy() {
        return admittedBy;
    }

    @Nullable
    public LocalDate until() {
        return validTo;
    }
}
