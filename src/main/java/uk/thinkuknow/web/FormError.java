package uk.thinkuknow.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, in words, and the id of the field to correct; null if it is no single field. */
public record FormError(@Nullable String field, String words) {
    /** What is wrong with a field; null if nothing is. */
    public static @Nullable String of(List<FormError> errors, String field) {
        return errors.stream()
                .filter(error -> field.equals(error.field()))
                .map(FormError::words)
                .findFirst()
                .orElse(null);
    }
}
