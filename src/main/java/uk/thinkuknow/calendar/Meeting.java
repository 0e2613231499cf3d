package uk.thinkuknow.calendar;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import uk.thinkuknow.booking.BookingFacts.When;
import uk.thinkuknow.shared.PublicId;

/**
 * A booking as it stands in somebody's calendar: no child in it, and nothing that only the two sides may know.
 *
 * @param tentative whether it still waits for the safeguarding lead to be told
 * @param sequence rises with each change, so that a calendar knows the newer of two
 */
record Meeting(
        PublicId booking, String summary, String place, String words, When when, boolean tentative, int sequence) {

    /** The same for each message about the booking for ever, and like no other's in the world. */
    String uid() {
        return UUID.nameUUIDFromBytes(("ThinkUKnow Sessions booking " + booking).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
