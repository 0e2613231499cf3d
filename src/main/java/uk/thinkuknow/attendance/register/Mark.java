package uk.thinkuknow.attendance.register;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The mark of one card in the register: whether its child was here, who says so, and what its device did. */
@Embeddable
public record Mark(
        @Column(name = "class_id") long classId,
        @Column(name = "card_number") int card,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        Presence presence,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        MarkSource source,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) @Column(name = "by_device")
        Presence byDevice,

        @Column(name = "steps_seen") int stepsSeen,
        @Column(name = "active_seconds") int activeSeconds) {

    static Mark fromDevice(long classId, int card, Presence presence, int stepsSeen, int activeSeconds) {
        return new Mark(classId, card, presence, MarkSource.DEVICE, presence, stepsSeen, activeSeconds);
    }

    /** Makes the mark of a card that no device of the session took. */
    static Mark notJoined(long classId, int card) {
        return fromDevice(classId, card, Presence.ABSENT, 0, 0);
    }

    /** Makes the mark of a card in a class without devices: here until the signer says otherwise. */
    static Mark onTheList(long classId, int card) {
        return new Mark(classId, card, Presence.HERE, MarkSource.TICKED, Presence.ABSENT, 0, 0);
    }

    /**
     * Returns the mark as it was before the signer changed it.
     *
     * @param devices whether any card of the class joined on a device
     */
    Mark beforeSigner(boolean devices) {
        return devices ? signedAs(byDevice) : onTheList(classId, card);
    }

    /** Returns whether a device took the card. */
    boolean joined() {
        return byDevice != Presence.ABSENT;
    }

    /** Returns the mark as the signer sets it; where that agrees with the device, the mark stays the device's. */
    Mark signedAs(Presence said) {
        return new Mark(
                classId,
                card,
                said,
                said == byDevice ? MarkSource.DEVICE : MarkSource.TICKED,
                byDevice,
                stepsSeen,
                activeSeconds);
    }

    /** Returns the mark with activity that arrived after the register was opened; what the signer has set stays. */
    Mark withActivity(Presence now, int steps, int seconds) {
        return source == MarkSource.DEVICE
                ? fromDevice(classId, card, now, steps, seconds)
                : new Mark(classId, card, presence, presence == now ? MarkSource.DEVICE : source, now, steps, seconds);
    }

    /** Returns the mark with what its device says now, without changing whether the child was here. */
    Mark withDeviceOnly(Mark now) {
        return new Mark(
                classId,
                card,
                presence,
                presence == now.byDevice() ? MarkSource.DEVICE : MarkSource.TICKED,
                now.byDevice(),
                now.stepsSeen(),
                now.activeSeconds());
    }

    /**
     * Returns whether what the device says now would change the mark: its child has attended, or a device took the card
     * for the first time, and the mark does not already count the child as here.
     *
     * @param byHeads whether the class is counted by heads only, so that a mark "here" counts for nothing
     */
    boolean wouldChange(Presence now, boolean byHeads) {
        boolean counted = presence == Presence.HERE && !byHeads;
        boolean rises = now == Presence.HERE || !joined();
        return now != Presence.ABSENT && now != byDevice && rises && !counted;
    }

    /** Returns whether the mark says here, from this source. */
    boolean here(MarkSource by) {
        return presence == Presence.HERE && source == by;
    }
}
