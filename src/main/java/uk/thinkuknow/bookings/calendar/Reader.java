package uk.thinkuknow.bookings.calendar;

/** Who reads a letter: the same news means something else to each. */
enum Reader {
    IN_CHARGE,
    TRAINER,
    /** The safeguarding lead: told, or about to be. */
    LEAD,
    /** Who was to come and does not any more. */
    LEAVING
}
