package uk.thinkuknow.bookings.calendar;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.booking.BookingFacts;
import uk.thinkuknow.bookings.booking.BookingState;
import uk.thinkuknow.bookings.booking.DiaryEntry;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;

/** Converts bookings to calendar meetings, with title, place and text, for invitations and feeds. */
@Singleton
class MeetingFactory {
    private final PeopleService people;
    private final URI address;

    MeetingFactory(PeopleService people, @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.people = people;
        this.address = address;
    }

    /** The public address of a page of this installation, for emails and calendars. */
    String page(String path) {
        return address.resolve(path).toString();
    }

    String page(PublicId booking) {
        return page("/bookings/" + booking);
    }

    Meeting of(BookingFacts booking, BookingFacts.When when) {
        var school = booking.school();
        var trainer = booking.staff().trainer();
        return new Meeting(
                about(booking.publicId()),
                new Meeting.Words(
                        summary(booking.moduleTitle(), booking.forWhom()),
                        place(school.name(), school.town(), booking.delivery()),
                        words(
                                booking.publicId(),
                                people.nameOf(booking.staff().inCharge()),
                                trainer == null ? null : people.nameOf(trainer))),
                when.startsAt(),
                when.endsAt(),
                booking.state() == BookingState.ACCEPTED,
                booking.sequence());
    }

    Meeting of(DiaryEntry entry) {
        var where = entry.where();
        var lesson = entry.lesson();
        return new Meeting(
                about(entry.id()),
                new Meeting.Words(
                        summary(lesson.title(), lesson.forWhom()),
                        place(where.school(), where.town(), where.delivery()),
                        words(
                                entry.id(),
                                entry.people().inCharge(),
                                entry.people().trainer())),
                entry.when().startsAt(),
                entry.when().endsAt(),
                entry.state() == BookingState.ACCEPTED,
                entry.sequence());
    }

    private static String about(PublicId booking) {
        return "booking " + booking;
    }

    private static String summary(String lesson, String forWhom) {
        return Words.of("calendar.summary", lesson, forWhom);
    }

    private static String place(String school, String town, DeliveryKind delivery) {
        return Words.of(delivery == DeliveryKind.REMOTE ? "calendar.byVideo" : "calendar.place", school, town);
    }

    private String words(PublicId booking, String inCharge, @Nullable String trainer) {
        var lines = new ArrayList<>(List.of(Words.of("calendar.inChargeLine", inCharge)));
        if (trainer != null) {
            lines.add(Words.of("calendar.trainerLine", trainer));
        }
        lines.add(page(booking));
        return String.join("\n", lines);
    }
}
