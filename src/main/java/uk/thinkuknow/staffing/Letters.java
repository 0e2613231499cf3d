package uk.thinkuknow.staffing;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.mail.Letter;
import uk.thinkuknow.mail.LetterPaper;
import uk.thinkuknow.mail.Mail;

/** Writes the letters of this feature: some sentences and a link to a page of ours. */
@Singleton
class Letters {
    private final Mail mail;
    private final String address;

    Letters(Mail mail, @ConfigProperty(name = "thinkuknow.public-address") String address) {
        this.mail = mail;
        this.address = address;
    }

    /** The whole address of a page of ours. */
    String href(String path) {
        return address + path;
    }

    /** Sends a letter, unless it is not known where to. */
    void write(@Nullable String to, String subject, String path, String about, List<String> sentences) {
        if (to == null || !Letter.isAddress(to)) {
            return;
        }
        mail.send(new LetterPaper(subject, sentences, List.of(), href(path)).to(to, null, about));
    }
}
