package uk.thinkuknow.bookings.booking;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a booking stands, and where it can go from there: the one table of what may follow what. */
public enum BookingState {
    REQUESTED("Requested"),
    OFFERED("Offered to trainers"),
    ACCEPTED("Accepted: safeguarding lead to be told"),
    CONFIRMED("Confirmed"),
    RUNNING("Running"),
    DELIVERED("Delivered: awaiting return"),
    RETURNED("Return signed"),
    DECLINED("Declined"),
    CANCELLED("Cancelled"),
    NOBODY_CAME("Nobody came");

    private static final Map<BookingState, Set<BookingState>> NEXT = Map.of(
            REQUESTED, EnumSet.of(OFFERED, ACCEPTED, DECLINED, CANCELLED),
            OFFERED, EnumSet.of(REQUESTED, ACCEPTED, DECLINED, CANCELLED),
            ACCEPTED, EnumSet.of(REQUESTED, OFFERED, CONFIRMED, CANCELLED),
            CONFIRMED, EnumSet.of(REQUESTED, OFFERED, RUNNING, CANCELLED, NOBODY_CAME),
            // back to confirmed: the session was started by mistake and taken back
            RUNNING, EnumSet.of(CONFIRMED, DELIVERED),
            DELIVERED, EnumSet.of(CONFIRMED, RETURNED, NOBODY_CAME),
            // back to delivered: the signature was taken back
            RETURNED, EnumSet.of(DELIVERED),
            DECLINED, EnumSet.noneOf(BookingState.class),
            CANCELLED, EnumSet.noneOf(BookingState.class),
            NOBODY_CAME, EnumSet.of(DELIVERED));

    private final String words;

    BookingState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The same for who looks at a booking: a request that nobody is asked for has no trainer. */
    public String shown() {
        return this == REQUESTED ? "No trainer yet" : words;
    }

    /** Its colour; its words say the same. */
    public String tone() {
        return switch (this) {
            case OFFERED, RUNNING -> "blue";
            case REQUESTED, ACCEPTED, DELIVERED -> "orange";
            case CONFIRMED, RETURNED -> "green";
            case DECLINED, CANCELLED, NOBODY_CAME -> "grey";
        };
    }

    /** May this state follow? */
    public boolean leadsTo(BookingState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Has it a date that people keep free: accepted or confirmed and not over? */
    public boolean isComing() {
        return this == ACCEPTED || this == CONFIRMED;
    }

    /** Can it still be changed by the school? */
    public boolean isOpen() {
        return this == REQUESTED || this == OFFERED || isComing();
    }
}
