package uk.thinkuknow.curriculum.help;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a child can turn to.
 *
 * @param key the word for it in a module's file: grown-up, childline, ceop or report-remove
 * @param label what the button says, if there is something to press
 * @param address a telephone number or a page of theirs
 */
public record HelpLine(
        String key,
        String heading,
        String text,
        @Nullable String label,
        @Nullable String address) {

    /** How paper says it: a number to ring, or the address of a page; empty where there is neither. */
    public String printed() {
        if (isPage()) {
            return Objects.requireNonNull(address).replaceAll("^https://(www\\.)?|/$", "");
        }
        return label == null ? "" : label;
    }

    /** Is this a page to open, rather than a number to ring? */
    public boolean isPage() {
        return address != null && address.startsWith("https:");
    }
}
