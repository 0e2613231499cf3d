package uk.thinkuknow.attendance.register;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What the signer entered for one class of the register.
 *
 * @param kept whether cards were marked or only heads counted
 * @param heads children seen with the class, guests included; null until they are typed
 * @param guests children of other classes who attended without a device
 * @param notTakingPart number of children not taking part, used if only heads were counted
 * @param whichIsUnknown whether the signer says that there are too many marks and that nobody knows which
 */
@Embeddable
record RegisterSection(
        @Column(name = "class_id") long classId,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        SectionMethod kept,

        @Nullable Integer heads,
        int guests,
        @Column(name = "not_taking_part") int notTakingPart,
        @Column(name = "which_is_unknown") boolean whichIsUnknown) {

    static RegisterSection opened(long classId, boolean anyDevice) {
        return new RegisterSection(classId, anyDevice ? SectionMethod.CARDS : SectionMethod.HEADS, null, 0, 0, false);
    }

    RegisterSection withHeads(int counted) {
        return new RegisterSection(classId, kept, counted, guests, notTakingPart, whichIsUnknown);
    }
}
