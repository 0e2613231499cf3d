package uk.thinkuknow.schools.members;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.operations.mail.Letter;
import uk.thinkuknow.operations.mail.LetterPaper;
import uk.thinkuknow.operations.mail.Mail;

/** Writes the letters of this feature: some sentences and a link to a page of ours. */
@Singleton
public class Letters {
    private final Mail mail;
    private final String address;

    Letters(Mail mail, @ConfigProperty(name = "thinkuknow.public-address") String address) {
        this.mail = mail;
        this.address = address;
    }

    /** The whole address of a page of ours. */
    public String href(String path) {
        return address + path;
    }

    /** Sends a letter, unless it is not known where to. */
    public void write(@Nullable String to, String subject, String path, String about, List<String> sentences) {
        if (to == null || !Letter.isAddress(to)) {
            return;
        }
        mail.send(new LetterPaper(subject, sentences, List.of(), href(path)).to(to, null, about));
    }
}
