package uk.thinkuknow.bookings.booking;

/** A booking was requested, or its state, time or people changed. */
public record BookingChanged(BookingFacts booking, What what, String by, String why) {
    /** What happened, as those who are told need to tell it apart. */
    public enum What {
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

        What(String words) {
            this.words = words;
        }

        /** As what somebody did, for the trail of a booking. */
        String inWords() {
            return words;
        }
    }
}
