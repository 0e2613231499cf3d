package uk.thinkuknow.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;

/**
 * A cell of a {@link DataTable}.
 *
 * @param href where its text leads; null if nowhere
 * @param tone the colour of its tag; null if it is no tag
 * @param order what the column is sorted by: text, a number or a day
 */
public record Cell(
        String text, @Nullable String href, @Nullable String tone, Comparable<?> order) {
    public static Cell of(String text) {
        return new Cell(text, null, null, text);
    }

    public static Cell link(String text, String href) {
        return new Cell(text, href, null, text);
    }

    public static Cell tag(String text, String tone) {
        return new Cell(text, null, tone, text);
    }

    public static Cell number(long number) {
        return new Cell(TextFormat.number(number), null, null, number);
    }

    /** A day; an unknown one is a dash and comes first. */
    public static Cell day(@Nullable LocalDate day) {
        return day == null
                ? new Cell("–", null, null, LocalDate.MIN)
                : new Cell(TextFormat.shortDate(day), null, null, day);
    }

    /** What a script sorts by; null if it is the text. */
    public @Nullable String sortKey() {
        return order instanceof String ? null : order.toString();
    }

    /** The number or text as an exported table holds it. */
    Object exported() {
        return order instanceof Number number ? number : text;
    }
}
