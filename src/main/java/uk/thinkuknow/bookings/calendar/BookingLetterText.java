package uk.thinkuknow.bookings.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.booking.BookingChanged;
import uk.thinkuknow.bookings.booking.BookingFacts;
import uk.thinkuknow.bookings.booking.TrainerOffered;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;

/**
 * The subject and paragraphs of an email about a booking, chosen by the change, offer or reminder and by the reader's
 * part in the booking.
 *
 * @param subject without the classes and the date, which {@link BookingLetters} appends
 */
record BookingLetterText(String subject, List<String> paragraphs) {

    /** The text about a change for one reader; null if the change does not concern them. */
    static @Nullable BookingLetterText of(BookingChanged news, LetterReader reader) {
        var booking = news.booking();
        return switch (news.what()) {
            case REQUESTED ->
                reader != LetterReader.IN_CHARGE || !booking.delivery().needsTrainer()
                        ? null
                        : words(
                                Words.of("calendar.requestedSubject"),
                                Words.of("calendar.requested"),
                                Words.of("calendar.requestedNext"));
            case OFFERED -> null; // the trainers who are asked get an email of their own
            case NO_TRAINER ->
                reader != LetterReader.IN_CHARGE
                        ? null
                        : words(
                                Words.of("calendar.noTrainerSubject"),
                                Words.of("calendar.noTrainer", news.why()),
                                Words.of("calendar.noTrainerNext"));
            case ACCEPTED -> accepted(booking, reader);
            case CONFIRMED -> confirmed(booking, reader);
            case MOVED -> moved(news, reader);
            case HANDED_OVER -> handedOver(reader);
            case LESSON_CHANGED -> lessonChanged(news, reader);
            case TRAINER_LEFT -> trainerLeft(news, reader);
            case LEAD_LEFT -> leadLeft(news, reader);
            case DECLINED ->
                reader != LetterReader.IN_CHARGE
                        ? null
                        : words(
                                Words.of("calendar.declinedSubject"),
                                Words.of("calendar.declined", said(news)),
                                Words.of("calendar.declinedNext"));
            case CANCELLED ->
                words(
                        Words.of("calendar.cancelledSubject"),
                        Words.of("calendar.cancelled", said(news)),
                        Words.of("calendar.cancelledNext"));
            case NOBODY_CAME ->
                reader == LetterReader.LEAD
                        ? null
                        : words(
                                Words.of("calendar.nobodyCameSubject"),
                                Words.of("calendar.nobodyCame", said(news)),
                                Words.of("calendar.nobodyCameNext"));
        };
    }

    /** The text of an offer to a trainer. */
    static BookingLetterText of(TrainerOffered asked) {
        var until = London.inWords(asked.until());
        return asked.askedBy().isEmpty()
                ? words(
                        Words.of("calendar.offerSubject"),
                        Words.of("calendar.offer", asked.booking().school().name()),
                        Words.of("calendar.offerNext", until))
                : words(
                        Words.of("calendar.colleagueSubject"),
                        Words.of("calendar.colleague", asked.askedBy()),
                        Words.of("calendar.colleagueNext", until));
    }

    /** The text of a reminder, a number of days before the session. */
    static BookingLetterText before(long days, LetterReader reader, boolean lesson, String when) {
        var subject = switch ((int) days) {
            case 0 -> Words.of("calendar.today");
            case 1 -> Words.of("calendar.tomorrow");
            case 7 -> Words.of("calendar.inAWeek");
            default -> Words.of("calendar.inDays", days);
        };
        return switch (reader) {
            case IN_CHARGE ->
                words(
                        subject,
                        Words.of("calendar.reminder", when),
                        Words.of(lesson ? "calendar.reminderOfLessonNext" : "calendar.reminderNext"));
            case TRAINER ->
                words(subject, Words.of("calendar.reminderTrainer", when), Words.of("calendar.reminderTrainerNext"));
            case LEAD, LEAVING ->
                words(subject, Words.of("calendar.reminderLead", when), Words.of("calendar.reminderLeadNext"));
        };
    }

    private static @Nullable BookingLetterText accepted(BookingFacts booking, LetterReader reader) {
        return switch (reader) {
            case IN_CHARGE ->
                words(
                        Words.of(
                                booking.delivery().needsTrainer()
                                        ? "calendar.acceptedSubject"
                                        : "calendar.bookedSubject"),
                        Words.of(booking.delivery().needsTrainer() ? "calendar.accepted" : "calendar.booked"),
                        Words.of("calendar.acceptedNext"));
            case TRAINER ->
                words(
                        Words.of("calendar.acceptedTrainerSubject"),
                        Words.of("calendar.acceptedTrainer"),
                        Words.of("calendar.acceptedTrainerNext"));
            case LEAD ->
                words(
                        Words.of("calendar.acceptedLeadSubject"),
                        Words.of("calendar.acceptedLead"),
                        Words.of("calendar.acceptedLeadNext"));
            case LEAVING -> null;
        };
    }

    private static @Nullable BookingLetterText confirmed(BookingFacts booking, LetterReader reader) {
        return switch (reader) {
            case IN_CHARGE ->
                words(
                        Words.of("calendar.confirmedSubject"),
                        Words.of("calendar.confirmed"),
                        Words.of(
                                booking.audience().hasClasses()
                                        ? "calendar.confirmedLessonNext"
                                        : "calendar.confirmedNext"));
            case TRAINER ->
                words(
                        Words.of("calendar.confirmedSubject"),
                        Words.of("calendar.confirmedTrainer"),
                        Words.of("calendar.confirmedTrainerNext"));
            case LEAD ->
                words(
                        Words.of("calendar.confirmedSubject"),
                        Words.of("calendar.confirmedLead"),
                        Words.of("calendar.confirmedLeadNext"));
            case LEAVING -> null;
        };
    }

    private static BookingLetterText moved(BookingChanged news, LetterReader reader) {
        return reader == LetterReader.LEAVING
                ? leaving()
                : words(
                        Words.of("calendar.movedSubject"),
                        Words.of("calendar.moved", news.by()),
                        Words.of("calendar.movedNext"));
    }

    private static BookingLetterText lessonChanged(BookingChanged news, LetterReader reader) {
        return reader == LetterReader.LEAVING
                ? leaving()
                : words(
                        Words.of("calendar.lessonChangedSubject"),
                        Words.of(
                                "calendar.lessonChanged",
                                news.by(),
                                news.booking().moduleTitle()));
    }

    private static BookingLetterText handedOver(LetterReader reader) {
        return reader == LetterReader.LEAVING
                ? leaving()
                : words(Words.of("calendar.handedOverSubject"), Words.of("calendar.handedOver"));
    }

    private static BookingLetterText trainerLeft(BookingChanged news, LetterReader reader) {
        return switch (reader) {
            case IN_CHARGE ->
                words(
                        Words.of("calendar.trainerLeftSubject"),
                        Words.of("calendar.trainerLeft", said(news)),
                        Words.of("calendar.trainerLeftNext"));
            case TRAINER, LEAD -> words(Words.of("calendar.uncertainSubject"), Words.of("calendar.uncertain"));
            case LEAVING ->
                words(Words.of("calendar.leftSubject"), Words.of("calendar.left"), Words.of("calendar.leavingNext"));
        };
    }

    private static @Nullable BookingLetterText leadLeft(BookingChanged news, LetterReader reader) {
        return switch (reader) {
            case IN_CHARGE ->
                words(Words.of("calendar.uncertainSubject"), news.why(), Words.of("calendar.leadLeftNext"));
            case TRAINER ->
                words(Words.of("calendar.uncertainSubject"), news.why(), Words.of("calendar.acceptedTrainerNext"));
            case LEAD -> accepted(news.booking(), reader);
            case LEAVING -> leaving();
        };
    }

    /** The same text with another paragraph. */
    BookingLetterText and(String paragraph) {
        return new BookingLetterText(
                subject,
                Stream.concat(paragraphs.stream(), Stream.of(paragraph)).toList());
    }

    private static BookingLetterText leaving() {
        return words(
                Words.of("calendar.leavingSubject"), Words.of("calendar.leaving"), Words.of("calendar.leavingNext"));
    }

    private static String said(BookingChanged news) {
        return news.why().isBlank() ? "" : Words.of("calendar.said", news.by(), news.why());
    }

    private static BookingLetterText words(String subject, String... paragraphs) {
        var said = new ArrayList<String>();
        for (var paragraph : paragraphs) {
            said.add(paragraph.strip());
        }
        return new BookingLetterText(subject, List.copyOf(said));
    }
}
