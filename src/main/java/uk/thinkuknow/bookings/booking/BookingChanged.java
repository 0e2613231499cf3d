package uk.thinkuknow.bookings.booking;

import uk.thinkuknow.common.Words;

/**
 * Event fired when a booking is requested, and at each later change that people must hear of, such as accepted, moved
 * or cancelled. Starting or ending its session fires none.
 */
public record BookingChanged(BookingFacts booking, ChangeKind what, String by, String why) {
    /** The kinds of change; listeners decide by the kind whom to email. */
    public enum ChangeKind {
        REQUESTED,
        OFFERED,
        NO_TRAINER,
        ACCEPTED,
        CONFIRMED,
        MOVED,
        HANDED_OVER,
        LESSON_CHANGED,
        TRAINER_LEFT,
        LEAD_LEFT,
        DECLINED,
        CANCELLED,
        NOBODY_CAME;

        /** The act as a verb phrase for the booking's history, such as "moved the booking". */
        String inWords() {
            return Words.of(this);
        }
    }
}
