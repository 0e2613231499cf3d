package uk.thinkuknow.bookings.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.util.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import uk.thinkuknow.common.London;

/**
 * Writes meetings as iCalendar texts in London time: invitations and cancellations for emails (RFC 5546), and feeds to
 * subscribe to (RFC 5545).
 */
public final class Icalendar {
    /**
     * The summer and winter rules of London's time zone, in force since 1996, so that a calendar program needs no zone
     * data.
     */
    private static final String ZONE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VTIMEZONE
            TZID:Europe/London
            BEGIN:DAYLIGHT
            DTSTART:19960331T010000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            TZOFFSETFROM:+0000
            TZOFFSETTO:+0100
            TZNAME:BST
            END:DAYLIGHT
            BEGIN:STANDARD
            DTSTART:19961027T020000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0000
            TZNAME:GMT
            END:STANDARD
            END:VTIMEZONE
            END:VCALENDAR
            """;

    private static final String PRODUCT = "-//ThinkUKnow Sessions//Calendar//EN";

    private Icalendar() {}

    /** The person invited. */
    public record Guest(String name, String email) {}

    /** An invitation that adds a meeting to a guest's calendar or updates it there. */
    public static String request(Meeting meeting, Guest guest, String organizer, Instant now) {
        return message(Method.request(), invited(meeting, guest, organizer, now));
    }

    /** A cancellation that removes a meeting from a guest's calendar. */
    public static String cancel(Meeting meeting, Guest guest, String organizer, Instant now) {
        var event = invited(meeting, guest, organizer, now);
        event.setStatus(Status.cancelled());
        return message(Method.cancel(), event);
    }

    /** A calendar feed to subscribe to, to be read again every hour. */
    static String feed(String name, List<Meeting> meetings, Instant now) {
        var calendar = calendar(Method.publish());
        calendar.setExperimentalProperty("X-WR-CALNAME", name);
        calendar.setExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
        meetings.forEach(meeting -> calendar.addEvent(event(meeting, now)));
        return Biweekly.write(calendar).go();
    }

    private static String message(Method method, VEvent event) {
        var calendar = calendar(method);
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }

    private static ICalendar calendar(Method method) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(method);
        var zone = Biweekly.parse(ZONE).first().getTimezoneInfo().getTimezoneById(London.ZONE.getId());
        calendar.getTimezoneInfo()
                .setDefaultTimezone(new TimezoneAssignment(
                        TimeZone.getTimeZone(London.ZONE), Objects.requireNonNull(zone.getComponent())));
        return calendar;
    }

    private static VEvent invited(Meeting meeting, Guest guest, String organizer, Instant now) {
        var event = event(meeting, now);
        event.setOrganizer(new Organizer("ThinkUKnow Sessions", organizer));
        var attendee = new Attendee(parameter(guest.name()), guest.email());
        attendee.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
        // no reply is wanted: nobody reads the organizer's address
        attendee.setRsvp(false);
        event.addAttendee(attendee);
        return event;
    }

    /**
     * A name without what the value of a parameter may not have (RFC 5545, 3.1), and without ^, which some programs read
     * as an escape (RFC 6868).
     */
    private static String parameter(String name) {
        return name.replace('"', '\'').replaceAll("[\\p{Cntrl}^]", "");
    }

    private static VEvent event(Meeting meeting, Instant now) {
        var event = new VEvent();
        event.setUid(meeting.uid());
        event.setSequence(meeting.sequence());
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(meeting.startsAt()));
        event.setDateEnd(Date.from(meeting.endsAt()));
        event.setSummary(meeting.words().summary());
        event.setLocation(meeting.words().place());
        event.setDescription(meeting.words().text());
        event.setStatus(meeting.tentative() ? Status.tentative() : Status.confirmed());
        return event;
    }
}
