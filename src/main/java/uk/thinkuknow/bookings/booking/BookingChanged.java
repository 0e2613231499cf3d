package uk.thinkuknow.bookings.booking;

/**
 * Event fired when a booking is requested, and at each later change that people must hear of, such as accepted, moved
 * or cancelled. Starting or ending its session fires none.
 */
public record BookingChanged(BookingFacts booking, ChangeKind what, String by, String why) {
    /** The kinds of change; listeners decide by the kind whom to email. */
    public enum ChangeKind {
        REQUESTED("asked for a session"),
        OFFERED("offered it to trainers"),
        NO_TRAINER("found no trainer"),
        ACCEPTED("accepted the booking"),
        CONFIRMED("confirmed the booking"),
        MOVED("moved the booking"),
        HANDED_OVER("put a colleague in charge"),
        TRAINER_LEFT("gave the booking up as its trainer"),
        DECLINED("declined the request"),
        CANCELLED("cancelled the booking"),
        NOBODY_CAME("noted that nobody came");

        private final String words;

        ChangeKind(String words) {
            this.words = words;
        }

        /** The act as a verb phrase for the booking's history, such as "moved the booking". */
        String inWords() {
            return words;
        }
    }
}
