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

/** A dated appointment of a member of staff as the safeguarding lead or the deputy of a school. */
@Entity
@Table(name = "safeguarding_lead")
public class Lead {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "school_id")
    private long schoolId;

    @Enumerated(EnumType.STRING)
    private Rank part;

    @Column(name = "staff_id")
    private long staffId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @SuppressWarnings("NullAway.Init")
    Lead() {}

    Lead(long schoolId, Rank rank, long staffId, LocalDate from) {
        this.schoolId = schoolId;
        this.part = rank;
        this.staffId = staffId;
        this.validFrom = from;
    }

    /** Lead or deputy. */
    public enum Rank {
        LEAD,
        DEPUTY
    }

    void end(LocalDate day) {
        validTo = day;
    }

    public long schoolId() {
        return schoolId;
    }

    public Rank rank() {
        return part;
    }

    public long staffId() {
        return staffId;
    }

    LocalDate since() {
        return validFrom;
    }
}
