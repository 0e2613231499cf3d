package uk.thinkuknow.staffing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.mail.Letter;
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

    @CheckedTemplate(basePath = "staffing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StaffLetter(List<String> sentences, String href) implements TemplateInstance {}

    /** The whole address of a page of ours. */
    String href(String path) {
        return address + path;
    }

    /** Sends a letter, unless it is not known where to. */
    void write(@Nullable String to, String subject, String path, String about, List<String> sentences) {
        if (to == null || !Letter.isAddress(to)) {
            return;
        }
        var href = href(path);
        var text = String.join("\n\n", sentences) + "\n\n" + href + "\n\nThinkUKnow Sessions\n";
        mail.send(new Letter(to, subject, text, new StaffLetter(sentences, href).render(), null, about));
    }
}
