package uk.thinkuknow.booking;

/** Something happened to a booking; told in the transaction in which it did. */
public record BookingChanged(BookingFacts booking, What what, String by, String why) {
    /** What happened, as those who are told need to tell it apart. */
    public enum What {
        REQUESTED,
        OFFERED,
        ACCEPTED,
        CONFIRMED,
        MOVED,
        HANDED_OVER,
        TRAINER_LEFT,
        DECLINED,
        CANCELLED,
        NOBODY_CAME
    }
}
