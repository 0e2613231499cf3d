package uk.thinkuknow.bookings.calendar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.booking.BookingChanged;
import uk.thinkuknow.bookings.booking.BookingFacts;
import uk.thinkuknow.bookings.booking.TrainerOffered;
import uk.thinkuknow.common.London;

/**
 * The subject and paragraphs of an email about a booking, chosen by the change, offer or reminder and by the reader's
 * part in the booking.
 *
 * @param subject without the classes and the date, which {@link BookingLetters} appends
 */
record BookingLetterText(String subject, List<String> paragraphs) {
    private static final String NOTHING_LEFT = "There is nothing left for you to do.";

    /** The text about a change for one reader; null if the change does not concern them. */
    static @Nullable BookingLetterText of(BookingChanged news, LetterReader reader) {
        var booking = news.booking();
        return switch (news.what()) {
            case REQUESTED ->
                reader != LetterReader.IN_CHARGE || !booking.delivery().needsTrainer()
                        ? null
                        : words(
                                "We have your request",
                                "Thank you for asking for a session. We are looking for a trainer, nearest first, and write to you as soon as one says yes, or if we find none.",
                                "You can change or cancel the request at any time.");
            case OFFERED -> null; // the trainers who are asked get an email of their own
            case NO_TRAINER ->
                reader != LetterReader.IN_CHARGE
                        ? null
                        : words(
                                "No trainer yet",
                                "We have found no trainer for your request. " + news.why() + ".",
                                "Your request stays open, and the programme's manager knows of it. On its page you can change what you ask for or withdraw it; you can also teach the lesson yourselves.");
            case ACCEPTED -> accepted(booking, reader);
            case CONFIRMED -> confirmed(booking, reader);
            case MOVED -> moved(news, reader);
            case HANDED_OVER -> handedOver(reader);
            case TRAINER_LEFT -> trainerLeft(news, reader);
            case DECLINED ->
                reader != LetterReader.IN_CHARGE
                        ? null
                        : words(
                                "We are sorry: nobody can come",
                                "We could not find a trainer for your request. " + said(news),
                                "You are welcome to ask again with other dates, or to book the lesson as one that you teach yourselves: everything you need for it is here.");
            case CANCELLED ->
                words(
                        "Cancelled",
                        "This session has been cancelled. " + said(news),
                        NOTHING_LEFT + " If you would like another date, ask for one whenever it suits you.");
            case NOBODY_CAME ->
                reader == LetterReader.LEAD
                        ? null
                        : words(
                                "It did not take place",
                                "It has been noted that nobody came to this session. " + said(news),
                                "It is not counted. If you would like another date, ask for one whenever it suits you.");
        };
    }

    /** The text of an offer to a trainer. */
    static BookingLetterText of(TrainerOffered asked) {
        var until = "Please say yes or no by " + London.inWords(asked.until()) + ".";
        return asked.askedBy().isEmpty()
                ? words(
                        "Can you come?",
                        asked.booking().school().name() + " would like a session, and we are asking you.",
                        until
                                + " The first who says yes has it. If you cannot come, no reason is needed: we ask others.")
                : words("A colleague needs you", asked.askedBy() + ".", until + " Until then nothing changes.");
    }

    /** The text of a reminder, a number of days before the session. */
    static BookingLetterText before(long days, LetterReader reader, boolean lesson, String when) {
        var subject = switch ((int) days) {
            case 0 -> "Today";
            case 1 -> "Tomorrow";
            case 7 -> "In a week";
            default -> "In " + days + " days";
        };
        return switch (reader) {
            case IN_CHARGE ->
                words(
                        subject,
                        "A friendly reminder: the session is on " + when + ".",
                        lesson
                                ? "Have the picture cards of the class at hand, and the devices charged. If the plan has changed, move or cancel the session on its page, so that everyone knows."
                                : "If the plan has changed, move or cancel the session on its page, so that everyone knows.");
            case TRAINER ->
                words(
                        subject,
                        "A friendly reminder: you are expected on " + when + ".",
                        "You find the room, the Wi-Fi and what the children need on the page of the session. If something has come up, say so there, so that a colleague can come.");
            case LEAD, LEAVING ->
                words(
                        subject,
                        "A friendly reminder: this lesson is on " + when + ".",
                        "Someone in the room may have lived what it is about. It helps if you can be found on that day.");
        };
    }

    private static @Nullable BookingLetterText accepted(BookingFacts booking, LetterReader reader) {
        return switch (reader) {
            case IN_CHARGE ->
                words(
                        booking.delivery().needsTrainer() ? "A trainer is coming" : "Your session is booked",
                        booking.delivery().needsTrainer()
                                ? "Good news: a trainer has said yes."
                                : "The time is kept for your class.",
                        "One thing is left: your safeguarding lead has to know of it, since someone in the room may have lived what the lesson is about. Once they do, say so on the page of the booking: then the session is confirmed.");
            case TRAINER ->
                words(
                        "It is yours",
                        "Thank you for saying yes. The time is kept for you.",
                        "The session is confirmed once the school's safeguarding lead knows of it. We write to you then.");
            case LEAD ->
                words(
                        "Please say that you know of this lesson",
                        "A lesson on staying safe online is planned at your school. Someone in the room may have lived what it is about, so it is confirmed only once you, or your deputy, know of it.",
                        "Please open the booking and say that you know. If it comes at a bad time for a child, speak to the teacher in charge first.");
            case LEAVING -> null;
        };
    }

    private static @Nullable BookingLetterText confirmed(BookingFacts booking, LetterReader reader) {
        return switch (reader) {
            case IN_CHARGE ->
                words(
                        "Confirmed",
                        "Everything is in place. The session comes into your calendar with this letter.",
                        booking.audience().hasClasses()
                                ? "On the day, have the picture cards of the class at hand."
                                : "On the day, count the heads: the return asks for them.");
            case TRAINER ->
                words(
                        "Confirmed",
                        "The school's safeguarding lead knows of the session, so it is confirmed. It comes into your calendar with this letter.",
                        "You find the room, the Wi-Fi and what the children need on its page.");
            case LEAD ->
                words(
                        "Confirmed",
                        "Thank you: you know of this session, so it is confirmed. It comes into your calendar with this letter.",
                        "It helps if you can be found on that day.");
            case LEAVING -> null;
        };
    }

    private static BookingLetterText moved(BookingChanged news, LetterReader reader) {
        return reader == LetterReader.LEAVING
                ? leaving()
                : words(
                        "Moved to another time",
                        "This session has been moved by " + news.by() + ". You find the new time below.",
                        "What is in your calendar of it moves with this letter.");
    }

    private static BookingLetterText handedOver(LetterReader reader) {
        return reader == LetterReader.LEAVING
                ? leaving()
                : words(
                        "Someone else comes",
                        "There is a change of people: you find below who is in charge and who comes now. Day and time stay as they are.");
    }

    private static BookingLetterText trainerLeft(BookingChanged news, LetterReader reader) {
        return switch (reader) {
            case IN_CHARGE ->
                words(
                        "We are looking for another trainer",
                        "We are sorry: your trainer cannot come. " + said(news),
                        "We are asking others now, for the same day and time. You need not do anything: we write as soon as someone says yes.");
            case TRAINER, LEAD ->
                words(
                        "Not certain any more",
                        "The trainer of this session cannot come. We are asking others for the same day and time, and write to you when it is confirmed again.");
            case LEAVING ->
                words(
                        "You do not come any more",
                        "Thank you for telling us. We are asking others now.",
                        NOTHING_LEFT + " The session leaves your calendar with this letter.");
        };
    }

    private static BookingLetterText leaving() {
        return words(
                "A colleague has taken this over",
                "A colleague comes instead of you. Thank you for all you have done for it.",
                NOTHING_LEFT + " The session leaves your calendar with this letter.");
    }

    private static String said(BookingChanged news) {
        return news.why().isBlank() ? "" : news.by() + " says: “" + news.why() + "”";
    }

    private static BookingLetterText words(String subject, String... paragraphs) {
        var said = new ArrayList<String>();
        for (var paragraph : paragraphs) {
            said.add(paragraph.strip());
        }
        return new BookingLetterText(subject, List.copyOf(said));
    }
}
