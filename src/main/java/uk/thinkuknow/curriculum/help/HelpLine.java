package uk.thinkuknow.curriculum.help;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person or service in the help panel whom a child can contact.
 *
 * @param key its key in a lesson's file: grown-up, childline, ceop or report-remove
 * @param label the text of its button; null if it has none
 * @param address a telephone number or a web page
 */
public record HelpLine(
        String key,
        String heading,
        String text,
        @Nullable String label,
        @Nullable String address) {

    /** Returns the contact as printed on paper: a number or a web address; empty if it has neither. */
    public String printed() {
        if (isPage()) {
            return Objects.requireNonNull(address).replaceAll("^https://(www\\.)?|/$", "");
        }
        return label == null ? "" : label;
    }

    /** Returns whether the contact is a web page, not a telephone number. */
    public boolean isPage() {
        return address != null && address.startsWith("https:");
    }
}
