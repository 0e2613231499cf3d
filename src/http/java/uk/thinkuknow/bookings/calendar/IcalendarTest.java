package uk.thinkuknow.bookings.calendar;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.common.London;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the iCalendar texts by reading them with another library than the one that writes them. The reading library
 * registers its time zones with the JVM, which works only once, so every test that uses it runs in Quarkus.
 */
@QuarkusTest
class IcalendarTest {
    private static final Icalendar.Guest GUEST = new Icalendar.Guest("Tess Ŵyn", "tess@school.example");
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-23T09:00", "2026-10-26T09:00", "2027-03-26T09:00", "2027-03-29T09:00"})
    void aMeetingKeepsItsLondonTimeAcrossClockChanges(String wall) throws Exception {
        var meeting = meetingAt(wall, 1);
        for (var text : List.of(
                Icalendar.request(meeting, GUEST, "us@example.org", NOW),
                Icalendar.cancel(meeting, GUEST, "us@example.org", NOW),
                Icalendar.feed("Sessions", List.of(meeting), NOW))) {
            var event = event(read(text));
            assertEquals(
                    LocalDateTime.parse(wall), wallOf(event.getDateTimeStart().getDate()));
            assertEquals(
                    LocalDateTime.parse(wall).plusMinutes(50),
                    wallOf(event.getDateTimeEnd().getDate()));
            assertTrue(text.contains("DTSTART;TZID=Europe/London:" + wall.replaceAll("[-:]", "") + "00"), text);
        }
    }

    @Test
    void londonsTimeZoneIsIncludedWithItsSummerAndWinterRules() throws Exception {
        var calendar = read(Icalendar.request(meetingAt("2026-10-23T09:00", 1), GUEST, "us@example.org", NOW));
        VTimeZone zone = calendar.<VTimeZone>getComponent("VTIMEZONE").orElseThrow();
        assertEquals("Europe/London", zone.getTimeZoneId().getValue());
        for (var day : List.of("2026-10-24", "2026-10-26", "2027-03-27", "2027-03-29", "2040-07-01")) {
            var noon = LocalDateTime.parse(day + "T12:00").toInstant(ZoneOffset.UTC);
            var observance = zone.getApplicableObservance(noon.atZone(ZoneOffset.UTC));
            var theirs = observance
                    .<TzOffsetTo>getProperty("TZOFFSETTO")
                    .orElseThrow()
                    .getOffset();
            assertEquals(London.ZONE.getRules().getOffset(noon), theirs, day);
        }
    }

    @Test
    void messagesAboutOneMeetingShareTheirUidAndACancellationSaysSo() throws Exception {
        var first = event(read(Icalendar.request(meetingAt("2026-10-23T09:00", 1), GUEST, "us@example.org", NOW)));
        var text = Icalendar.cancel(meetingAt("2026-10-26T09:00", 2), GUEST, "us@example.org", NOW);
        var second = event(read(text));
        assertEquals(first.getUid(), second.getUid());
        assertEquals(1, first.getSequence().getSequenceNo());
        assertEquals(2, second.getSequence().getSequenceNo());
        assertEquals("CANCELLED", second.getStatus().getValue());
        assertTrue(text.contains("METHOD:CANCEL"), text);
        assertNotEquals(
                first.getUid(),
                event(read(Icalendar.feed("Sessions", List.of(meeting("other", "2026-10-23T09:00", 1)), NOW)))
                        .getUid());
    }

    @Test
    void anInvitationNamesTheOrganizerAndOneGuestAndWantsNoReply() throws Exception {
        var text = Icalendar.request(meetingAt("2026-10-23T09:00", 1), GUEST, "us@example.org", NOW);
        var event = event(read(text));
        assertEquals("mailto:us@example.org", event.getOrganizer().getValue());
        assertEquals(1, event.getAttendees().size());
        assertEquals(
                "mailto:tess@school.example", event.getAttendees().getFirst().getValue());
        assertTrue(text.contains("RSVP=FALSE") && text.contains("METHOD:REQUEST"), text);
        assertTrue(text.contains("PRODID:-//ThinkUKnow Sessions"), text);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
                    Elizabeth "Liz" Brown, Elizabeth 'Liz' Brown
                    ", '
                    ~O’Neil-Ŵyn, Ann; Dr.: (RE)~, ~O’Neil-Ŵyn, Ann; Dr.: (RE)~
                    Tess^, Tess
                    ~Te^nss\r\nATTENDEE:x~, TenssATTENDEE:x
                    Te\u0007s\u007Fs, Tess
                    👩‍🏫 Tess, 👩‍🏫 Tess
                    """)
    void aNameIsReadAgainWithoutWhatACalendarCannotWrite(String name, String read) throws Exception {
        var guest = new Icalendar.Guest(name, "tess@school.example");
        for (var text : List.of(
                Icalendar.request(meetingAt("2026-10-23T09:00", 1), guest, "us@example.org", NOW),
                Icalendar.cancel(meetingAt("2026-10-23T09:00", 2), guest, "us@example.org", NOW))) {
            var attendees = event(read(text)).getAttendees();
            assertEquals(1, attendees.size());
            assertEquals("mailto:tess@school.example", attendees.getFirst().getValue());
            assertEquals(read, commonName(attendees.getFirst()));
        }
    }

    @Test
    void noCharacterOfANameKeepsAnInvitationFromBeingRead() throws Exception {
        for (int character = 0; character < 0x300; character++) {
            var name = "Tess " + Character.toString(character) + " Wyn" + Character.toString(character);
            var guest = new Icalendar.Guest(name, "tess@school.example");
            var event = event(read(Icalendar.request(meetingAt("2026-10-23T09:00", 1), guest, "us@example.org", NOW)));
            assertEquals(
                    "mailto:tess@school.example",
                    event.getAttendees().getFirst().getValue(),
                    Integer.toHexString(character));
        }
    }

    @Test
    void lineBreaksInTextsCannotAddProperties() throws Exception {
        var hostile = new Meeting(
                "booking abc",
                new Meeting.Words("5B;\r\nEND:VEVENT, \\n and more", "Hall, Öst\nATTENDEE:x", "Ŵ".repeat(200)),
                Instant.parse("2026-10-23T08:00:00Z"),
                Instant.parse("2026-10-23T08:50:00Z"),
                false,
                1);
        var event = event(read(Icalendar.feed("Sessions", List.of(hostile), NOW)));
        assertEquals(0, event.getAttendees().size());
        assertEquals("Ŵ".repeat(200), event.getDescription().getValue());
        assertTrue(event.getSummary().getValue().contains("END:VEVENT, \\n and more"));
    }

    private static Meeting meetingAt(String wall, int sequence) {
        return meeting("7k3m2aaaaa", wall, sequence);
    }

    private static Meeting meeting(String id, String wall, int sequence) {
        var start = London.at(LocalDateTime.parse(wall));
        return new Meeting(
                "booking " + id,
                new Meeting.Words(
                        "ThinkUKnow: Who is really there? – 5B Rowan",
                        "Oakfield, Harrowbeck",
                        "Teacher in charge: Tess"),
                start,
                start.plusSeconds(50 * 60),
                false,
                sequence);
    }

    private static Calendar read(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponent("VEVENT").orElseThrow();
    }

    private static String commonName(Attendee attendee) {
        return attendee.<Cn>getParameter("CN").orElseThrow().getValue();
    }

    private static LocalDateTime wallOf(Temporal time) {
        return ((ZonedDateTime) time).withZoneSameInstant(London.ZONE).toLocalDateTime();
    }
}
