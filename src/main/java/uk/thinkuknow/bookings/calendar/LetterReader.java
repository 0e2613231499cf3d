package uk.thinkuknow.bookings.calendar;

/** The part that the reader of a letter has in the booking; it decides what the letter says. */
enum LetterReader {
    IN_CHARGE,
    TRAINER,
    /** The safeguarding lead, already informed, or informed by this letter. */
    LEAD,
    /** Someone who was coming and is not any more. */
    LEAVING
}
