package uk.thinkuknow.bookings.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A booking or an event as it stands in somebody's calendar: no child in it, and nothing that only the two sides may know.
 *
 * @param about what it is, as the audit calls it: "booking 7k3m…"
 * @param tentative whether it still waits for something, for example the safeguarding lead to be told
 * @param sequence rises with each change, so that a calendar knows the newer of two
 */
public record Meeting(String about, Words words, Instant startsAt, Instant endsAt, boolean tentative, int sequence) {
    /** What the calendar shows. */
    public record Words(String summary, String place, String text) {}

    /** The same for each message about it for ever, and like no other's in the world. */
    String uid() {
        return UUID.nameUUIDFromBytes(("ThinkUKnow Sessions " + about).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
