package uk.thinkuknow.classroom.worry;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.operations.mail.LetterContent;
import uk.thinkuknow.operations.mail.Mail;
import uk.thinkuknow.schools.members.Person;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Sends the alerts, the emails that say that a worry is waiting. No email says what the worry is about, or from which
 * class or card it was sent.
 */
@Singleton
class WorryAlerts {
    private final WorryReaders receivers;
    private final SchoolService schools;
    private final Mail mail;
    private final String address;

    WorryAlerts(
            WorryReaders receivers,
            SchoolService schools,
            Mail mail,
            @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.receivers = receivers;
        this.schools = schools;
        this.mail = mail;
        this.address = address.toString();
    }

    /**
     * Emails the people of this step in the caller's transaction; without a deputy, the lead gets the deputy's emails.
     * A person without an address sees the worry on their home page.
     */
    void tell(Worry worry, AlertStep step) {
        var readers = receivers.of(worry.schoolId());
        var school = schools.school(worry.schoolId()).name();
        var people = step == AlertStep.DEPUTY && readers.deputy() != null
                ? List.of(Objects.requireNonNull(readers.deputy()))
                : readers.all();
        people.stream().map(Person::email).forEach(to -> write(to, worry, sentences(school, step)));
        if (step == AlertStep.EVERYONE) {
            var names = readers.all().stream()
                    .map(Person::name)
                    .reduce((one, other) -> Words.of("worries.or", one, other))
                    .orElseGet(() -> Words.of("worries.whoeverLeads"));
            receivers
                    .contactOf(worry.schoolId())
                    .ifPresent(contact -> write(contact.email(), worry, toContact(school, names)));
        }
    }

    private void write(@Nullable String to, Worry worry, List<String> sentences) {
        if (to == null || !Letter.isAddress(to)) {
            return;
        }
        var paper = new LetterContent(Words.of("worries.letterSubject"), sentences, List.of(), address + "/worries");
        mail.send(paper.to(to, null, WorryBox.subject(worry.publicId())));
    }

    private static List<String> sentences(String school, AlertStep step) {
        return List.of(
                Words.of("worries.alert." + step, school),
                Words.of("worries.letterQuotesNothing"),
                Words.of("worries.letterDanger", Facts.tell("{emergency.number}")));
    }

    private static List<String> toContact(String school, String names) {
        return List.of(
                Words.of("worries.contactUnread", school),
                Words.of("worries.contactFind", names),
                Words.of("worries.contactPolicy", Facts.tell("{emergency.number}")));
    }
}
