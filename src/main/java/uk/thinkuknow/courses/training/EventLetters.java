package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.calendar.Icalendar;
import uk.thinkuknow.bookings.calendar.Meeting;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.operations.mail.CalendarPart;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.operations.mail.LetterContent;
import uk.thinkuknow.operations.mail.Mail;
import uk.thinkuknow.operations.mail.SenderAddress;

/**
 * Emails people about their place at a training event and their certificate, in the transaction of the change. A booked
 * place comes with a calendar invitation.
 */
@Singleton
class EventLetters {
    private final Mail mail;
    private final SenderAddress sender;
    private final PeopleService people;
    private final PlaceCodes codes;
    private final Clock clock;
    private final URI address;

    EventLetters(
            Mail mail,
            SenderAddress sender,
            PeopleService people,
            PlaceCodes codes,
            Clock clock,
            @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.mail = mail;
        this.sender = sender;
        this.people = people;
        this.codes = codes;
        this.clock = clock;
        this.address = address;
    }

    /** The recipient of an email: the event, their place and the person. */
    record Recipient(TrainingEvent event, EventPlace place, Professional person) {}

    void sendBooked(Recipient to) {
        send(to, Words.of("training.letterBookedSubject"), Words.of("training.letterBooked"), "REQUEST");
    }

    void sendWaiting(Recipient to) {
        send(to, Words.of("training.letterWaitingSubject"), Words.of("training.letterWaiting"), null);
    }

    void sendMovedUp(Recipient to) {
        send(to, Words.of("training.letterMovedUpSubject"), Words.of("training.letterMovedUp"), "REQUEST");
    }

    void sendGivenUp(Recipient to, boolean hadAPlace) {
        send(
                to,
                Words.of(hadAPlace ? "training.letterGivenUpSubject" : "training.letterLeftSubject"),
                Words.of("training.letterGivenUp"),
                hadAPlace ? "CANCEL" : null);
    }

    void sendChanged(Recipient to) {
        boolean has = to.place().state() == EventPlace.State.BOOKED;
        send(
                to,
                Words.of("training.letterChangedSubject"),
                Words.of(has ? "training.letterChangedBooked" : "training.letterChanged"),
                has ? "REQUEST" : null);
    }

    void sendCancelled(Recipient to) {
        send(
                to,
                Words.of("training.letterCancelledSubject"),
                Words.of("training.letterCancelled", String.valueOf(to.event().cancelledWhy())),
                to.place().state() == EventPlace.State.BOOKED ? "CANCEL" : null);
    }

    void sendCertificate(Recipient to, Badge badge) {
        write(
                to,
                Words.of("training.yourCertificate"),
                Words.of("training.letterCertificate", TextFormat.day(badge.expiresAt())),
                null,
                page("/badges/" + badge.publicId()));
    }

    private void send(Recipient to, String subject, String words, @Nullable String method) {
        var link = to.person().staffId() == null
                ? PlaceLinkResource.PATH + "#" + codes.of(to.place())
                : "/training/" + to.event().publicId();
        write(to, subject, words, method, page(link));
    }

    private void write(Recipient to, String subject, String words, @Nullable String method, String link) {
        var email = addressOf(to.person());
        if (email == null) {
            return;
        }
        var event = to.event();
        var facts = List.of(
                new LetterContent.Detail(Words.of("training.when"), event.when()),
                new LetterContent.Detail(Words.of("training.where"), where(to)),
                new LetterContent.Detail(Words.of("training.ledBy"), people.nameOf(event.leaderId())));
        var paper = new LetterContent(
                Words.of("training.letterSubject", subject, event.title()),
                List.of(Words.of("training.hello", to.person().name()), words),
                facts,
                link);
        var calendar = method == null
                ? null
                : calendar(method, event, new Icalendar.Guest(to.person().name(), email), where(to), link);
        mail.send(paper.to(email, calendar, "training " + event.publicId()));
    }

    private CalendarPart calendar(
            String method, TrainingEvent event, Icalendar.Guest guest, String where, String link) {
        var meeting = new Meeting(
                "training " + event.publicId(),
                new Meeting.Words(Words.of("training.inCalendar", event.title()), where, link),
                event.startsAt(),
                event.endsAt(),
                false,
                event.sequence());
        return new CalendarPart(
                method,
                method.equals("CANCEL")
                        ? Icalendar.cancel(meeting, guest, sender.address(), clock.instant())
                        : Icalendar.request(meeting, guest, sender.address(), clock.instant()));
    }

    /** Only people with a place get the link to an online event. */
    private static String where(Recipient to) {
        var link = to.event().link();
        return link != null && to.place().state() == EventPlace.State.BOOKED
                ? link
                : to.event().where();
    }

    /**
     * The person's email address, for a person with an account that of the account; null if it is not valid or the
     * account is disabled.
     */
    private @Nullable String addressOf(Professional person) {
        var staffId = person.staffId();
        var email = person.email();
        if (staffId != null) {
            var account = people.account(staffId);
            if (account.isDisabled()) {
                return null;
            }
            email = account.email() == null ? email : account.email();
        }
        return Letter.isAddress(email) ? email : null;
    }

    private String page(String path) {
        return address.resolve(path).toString();
    }
}
