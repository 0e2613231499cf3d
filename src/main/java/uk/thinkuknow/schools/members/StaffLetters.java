package uk.thinkuknow.schools.members;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Installation;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.operations.mail.LetterContent;
import uk.thinkuknow.operations.mail.Mail;

/** Sends emails about staff and accounts: a few sentences and a link to a page of the product. */
@Singleton
public class StaffLetters {
    private final Mail mail;
    private final Installation installation;
    private final String address;

    StaffLetters(
            Mail mail, Installation installation, @ConfigProperty(name = "thinkuknow.public-address") String address) {
        this.mail = mail;
        this.installation = installation;
        this.address = address;
    }

    /**
     * The message on the page after an email was sent. A demo may have no mail server, so there it includes the link
     * from the email.
     *
     * @param path the path of the link
     */
    public String sentMessage(String path) {
        return installation.demo() ? Words.of("members.letterInDemo", address + path) : Words.of("members.letterSent");
    }

    /**
     * Sends an email; does nothing if the address is null or not valid.
     *
     * @param path the path of the link
     * @param about the subject for the audit
     */
    public void write(@Nullable String to, String subject, String path, String about, List<String> sentences) {
        if (to == null || !Letter.isAddress(to)) {
            return;
        }
        mail.send(new LetterContent(subject, sentences, List.of(), address + path).to(to, null, about));
    }
}
