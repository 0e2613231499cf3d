package uk.thinkuknow.classroom.worry;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
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
            var names =
                    String.join(" or ", readers.all().stream().map(Person::name).toList());
            receivers
                    .contactOf(worry.schoolId())
                    .ifPresent(contact -> write(contact.email(), worry, toContact(school, names)));
        }
    }

    private void write(@Nullable String to, Worry worry, List<String> sentences) {
        if (to == null || !Letter.isAddress(to)) {
            return;
        }
        var paper = new LetterContent("Worry box: please sign in", sentences, List.of(), address + "/worries");
        mail.send(paper.to(to, null, WorryBox.subject(worry.publicId())));
    }

    private static List<String> sentences(String school, AlertStep step) {
        var sentences = new ArrayList<String>();
        sentences.add("A child at " + school
                + switch (step) {
                    case LEAD_AND_DEPUTY -> " has sent a worry. Please sign in and read it now.";
                    case DEPUTY, EVERYONE ->
                        " has sent a worry, and nobody has opened it yet. Please sign in and read it now.";
                    case OPENED ->
                        " has sent a worry. It was opened, and nobody has said yet that they deal with it. Please sign in and say who does.";
                });
        sentences.add(
                "It is for the safeguarding lead and the deputy only, so this letter quotes nothing of it. Do not forward or answer it.");
        sentences.add(
                Facts.tell("If a child may be in danger now, ring {emergency.number} and do not wait for the page."));
        return sentences;
    }

    private static List<String> toContact(String school, String names) {
        return List.of(
                "A child at " + school + " has sent a worry, and nobody has opened it yet.",
                "Your school has chosen you to be told. You cannot read it; please find "
                        + (names.isEmpty() ? "whoever leads safeguarding" : names)
                        + " and ask them to sign in and read it now.",
                Facts.tell("If neither can be reached, follow your school’s child protection policy."
                        + " If a child may be in danger now, ring {emergency.number}."));
    }
}
