package uk.thinkuknow.bookings.calendar;

/** The part in a booking of the person who is emailed about it, which decides what the email says. */
enum LetterReader {
    IN_CHARGE,
    TRAINER,
    /** The safeguarding lead, who knows of the booking already or is asked about it by this email. */
    LEAD,
    /** Someone who was coming and is not any more. */
    LEAVING
}
