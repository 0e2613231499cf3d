package uk.thinkuknow.bookings.booking;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import uk.thinkuknow.common.Words;

/** The states of a booking, and the transitions allowed between them. */
public enum BookingState {
    REQUESTED,
    OFFERED,
    ACCEPTED,
    CONFIRMED,
    RUNNING,
    DELIVERED,
    RETURNED,
    DECLINED,
    CANCELLED,
    NOBODY_CAME;

    private static final Map<BookingState, Set<BookingState>> NEXT = Map.of(
            REQUESTED, EnumSet.of(OFFERED, ACCEPTED, DECLINED, CANCELLED),
            OFFERED, EnumSet.of(REQUESTED, ACCEPTED, DECLINED, CANCELLED),
            ACCEPTED, EnumSet.of(REQUESTED, OFFERED, CONFIRMED, CANCELLED),
            // back to accepted: the safeguarding lead who knew of it leads no more
            CONFIRMED, EnumSet.of(REQUESTED, OFFERED, ACCEPTED, RUNNING, CANCELLED, NOBODY_CAME),
            // back to confirmed: the session was started by mistake and cancelled
            RUNNING, EnumSet.of(CONFIRMED, DELIVERED),
            DELIVERED, EnumSet.of(CONFIRMED, RETURNED, NOBODY_CAME),
            // back to delivered: the signature was taken back
            RETURNED, EnumSet.of(DELIVERED),
            DECLINED, EnumSet.noneOf(BookingState.class),
            CANCELLED, EnumSet.noneOf(BookingState.class),
            NOBODY_CAME, EnumSet.of(DELIVERED));

    public String words() {
        return Words.of(this);
    }

    /** The state's label on pages: a request that is not on offer shows as "No trainer yet". */
    public String shown() {
        return this == REQUESTED ? Words.of("booking.noTrainerYet") : words();
    }

    /** The colour of the state's tag on pages; the label says the same in words. */
    public String tone() {
        return switch (this) {
            case OFFERED, RUNNING -> "blue";
            case REQUESTED, ACCEPTED, DELIVERED -> "orange";
            case CONFIRMED, RETURNED -> "green";
            case DECLINED, CANCELLED, NOBODY_CAME -> "grey";
        };
    }

    /** Returns whether a booking in this state may pass to the other one. */
    public boolean canBecome(BookingState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Returns whether a date is agreed and the session not started (accepted or confirmed). */
    public boolean isComing() {
        return this == ACCEPTED || this == CONFIRMED;
    }

    /** Returns whether the school can still cancel the booking or hand it over (requested to confirmed). */
    public boolean isOpen() {
        return this == REQUESTED || this == OFFERED || isComing();
    }
}
