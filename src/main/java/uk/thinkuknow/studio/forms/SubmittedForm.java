package uk.thinkuknow.studio.forms;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;

/**
 * The values submitted with a studio form. Each field is named {@link #PREFIX} and its path, such as
 * {@code words:question.options[2].text}, entries counted from 1.
 */
public record SubmittedForm(MultivaluedMap<String, String> fields) {
    /** The prefix of fields that may have several lines. */
    public static final String PREFIX = "words:";

    private static final String COUNT = "n:";
    private static final int MOST = 40;

    public String text(String path) {
        return clean(fields.getFirst(PREFIX + path));
    }

    List<String> texts(String path) {
        return fields.getOrDefault(PREFIX + path, List.of()).stream()
                .map(SubmittedForm::clean)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    boolean has(String path) {
        return fields.containsKey(PREFIX + path);
    }

    /** Returns how many entries of a list the page showed, at most 40; 0 if the form does not say. */
    public int count(String path) {
        var typed = Objects.requireNonNullElse(fields.getFirst(COUNT + path), "");
        return typed.matches("[0-9]{1,2}") ? Math.min(Integer.parseInt(typed), MOST) : 0;
    }

    private static String clean(@org.jspecify.annotations.Nullable String value) {
        return value == null
                ? ""
                : value.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
