package uk.thinkuknow.bookings.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A booking or training event as a calendar shows it, without children's names and without confidential notes.
 *
 * @param about its name in the audit, such as "booking 7k3m…"
 * @param tentative whether something is still missing, such as telling the safeguarding lead
 * @param sequence rises with each change, so that a calendar program knows the newer version
 */
public record Meeting(String about, Words words, Instant startsAt, Instant endsAt, boolean tentative, int sequence) {
    /** The texts that the calendar shows. */
    public record Words(String summary, String place, String text) {}

    /** When it is, without what it is, where and with whom; its text is the link to its page, which asks for a sign-in. */
    Meeting timeOnly(String summary) {
        var link = words.text().substring(words.text().lastIndexOf('\n') + 1);
        return new Meeting(about, new Words(summary, "", link), startsAt, endsAt, tentative, sequence);
    }

    /** A globally unique id that stays the same in all messages about this meeting. */
    String uid() {
        return UUID.nameUUIDFromBytes(("ThinkUKnow Sessions " + about).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
