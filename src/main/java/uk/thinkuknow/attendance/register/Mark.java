package uk.thinkuknow.attendance.register;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One card of a class in the register: whether its child was here, how that came about, and what her device did. */
@Embeddable
public record Mark(
        @Column(name = "class_id") long classId,
        @Column(name = "card_number") int card,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        Presence presence,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        Source source,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) @Column(name = "by_device")
        Presence byDevice,

        @Column(name = "steps_seen") int stepsSeen,
        @Column(name = "active_seconds") int activeSeconds) {

    static Mark fromDevice(long classId, int card, Presence presence, int stepsSeen, int activeSeconds) {
        return new Mark(classId, card, presence, Source.DEVICE, presence, stepsSeen, activeSeconds);
    }

    /** A card that no device of the session took. */
    static Mark notJoined(long classId, int card) {
        return fromDevice(classId, card, Presence.ABSENT, 0, 0);
    }

    /** Everyone is here until somebody says otherwise: a class that had no devices at all. */
    static Mark onTheList(long classId, int card) {
        return new Mark(classId, card, Presence.HERE, Source.TICKED, Presence.ABSENT, 0, 0);
    }

    /** As it was before the signer said anything. */
    Mark unsaid(boolean devices) {
        return devices ? said(byDevice) : onTheList(classId, card);
    }

    boolean joined() {
        return byDevice != Presence.ABSENT;
    }

    /** What the signer says; where she agrees with the device, the mark stays the device's. */
    Mark said(Presence said) {
        return new Mark(
                classId,
                card,
                said,
                said == byDevice ? Source.DEVICE : Source.TICKED,
                byDevice,
                stepsSeen,
                activeSeconds);
    }

    /** Activity that arrived after the register was opened; what the signer has said stays said. */
    Mark heard(Presence now, int steps, int seconds) {
        return source == Source.DEVICE
                ? fromDevice(classId, card, now, steps, seconds)
                : new Mark(classId, card, presence, presence == now ? Source.DEVICE : source, now, steps, seconds);
    }

    /** What its device says now, taken note of without changing the mark. */
    Mark known(Mark now) {
        return new Mark(
                classId,
                card,
                presence,
                presence == now.byDevice() ? Source.DEVICE : Source.TICKED,
                now.byDevice(),
                now.stepsSeen(),
                now.activeSeconds());
    }

    /**
     * Would what its device says now change it: a card that none had taken, or one that now attended?
     *
     * @param byHeads whether its class was counted by heads, so that a mark that says here counted for nothing
     */
    boolean wouldChange(Presence now, boolean byHeads) {
        boolean counted = presence == Presence.HERE && !byHeads;
        boolean rises = now == Presence.HERE || !joined();
        return now != Presence.ABSENT && now != byDevice && rises && !counted;
    }

    boolean here(Source by) {
        return presence == Presence.HERE && source == by;
    }
}
