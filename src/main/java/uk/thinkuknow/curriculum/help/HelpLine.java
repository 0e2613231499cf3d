package uk.thinkuknow.curriculum.help;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person or service in the help panel whom a child can contact.
 *
 * @param key its key in {@code help.yaml}, for example grown-up or childline
 * @param label the text of its button; null if it has none
 * @param address the link of its button: {@code tel:} and a number, or a web page; null if it has none
 */
public record HelpLine(
        String key,
        String heading,
        String text,
        @Nullable String label,
        @Nullable String address) {

    /**
     * Returns the contact as printed on paper: a web address, or else the text of the button, which is a number; "" if
     * it has none.
     */
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
