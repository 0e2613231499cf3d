package uk.thinkuknow.attendance.register;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.CardSet;

/**
 * A return line, the row that reach is counted from: one for each return and class or group, or one with the heads of a
 * session without classes. It is never changed once written.
 */
@Entity
@Table(name = "return_line")
@SuppressWarnings("UnusedVariable") // most columns are read by the counting query only
public class ReturnLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "return_id")
    private long returnId;

    @Column(name = "session_id")
    private long sessionId;

    @Column(name = "school_id")
    private long schoolId;

    @Column(name = "class_id")
    private @Nullable Long classId;

    @Column(name = "card_group_id")
    private @Nullable Long cardGroupId;

    @Column(name = "local_date")
    private LocalDate localDate;

    @Column(name = "year_key")
    private String yearKey;

    @Column(name = "term_key")
    private String termKey;

    private String audience;

    @Column(name = "band_key")
    private String bandKey;

    @Column(name = "module_version_id")
    private long moduleVersionId;

    @Column(name = "named_a_low")
    private long namedALow;

    @Column(name = "named_a_high")
    private long namedAHigh;

    @Column(name = "named_b_low")
    private long namedBLow;

    @Column(name = "named_b_high")
    private long namedBHigh;

    @Column(name = "in_force_low")
    private long inForceLow;

    @Column(name = "in_force_high")
    private long inForceHigh;

    @Column(name = "for_low")
    private long forLow;

    @Column(name = "for_high")
    private long forHigh;

    private int unnamed;
    private int guests;
    private int heads;

    @Column(name = "not_taking_part")
    private int notTakingPart;

    @SuppressWarnings("NullAway.Init")
    ReturnLine() {}

    /** Makes a line of heads only, for an assembly, parents, staff or professionals. */
    public ReturnLine(long returnId, Delivery delivery, int heads) {
        this(returnId, delivery);
        this.unnamed = heads;
        this.heads = heads;
    }

    public ReturnLine(long returnId, Delivery delivery, ClassAttendance count) {
        this(returnId, delivery);
        this.classId = count.classId();
        this.cardGroupId = count.cardGroupId();
        this.namedALow = count.namedA().low();
        this.namedAHigh = count.namedA().high();
        this.namedBLow = count.namedB().low();
        this.namedBHigh = count.namedB().high();
        this.inForceLow = count.inForce().low();
        this.inForceHigh = count.inForce().high();
        this.forLow = count.forCards().low();
        this.forHigh = count.forCards().high();
        this.unnamed = count.unnamed();
        this.guests = count.guests();
        this.heads = count.attendance();
        this.notTakingPart = count.notTakingPart();
    }

    private ReturnLine(long returnId, Delivery delivery) {
        var session = delivery.session();
        this.returnId = returnId;
        this.sessionId = session.id();
        this.schoolId = session.schoolId();
        this.localDate = session.localDate();
        this.yearKey = session.yearKey();
        this.termKey = session.termKey();
        this.audience = session.audience();
        this.bandKey = delivery.module().lesson().band();
        this.moduleVersionId = session.moduleVersionId();
    }

    public boolean isOfClass() {
        return classId != null;
    }

    public int heads() {
        return heads;
    }

    /** Returns the counts that a class's line was made of. */
    public ClassAttendance count() {
        return new ClassAttendance(
                Objects.requireNonNull(classId),
                cardGroupId,
                new CardSet(namedALow, namedAHigh),
                new CardSet(namedBLow, namedBHigh),
                new CardSet(inForceLow, inForceHigh),
                new CardSet(forLow, forHigh),
                unnamed,
                guests,
                notTakingPart);
    }
}
