package uk.thinkuknow.web;

import org.jspecify.annotations.Nullable;

/** An answer that a select, radios or checkboxes offer. */
public record FormOption(
        String value,
        String words,
        boolean chosen,
        @Nullable String hint) {
    public FormOption(String value, String words, boolean chosen) {
        this(value, words, chosen, null);
    }
}
