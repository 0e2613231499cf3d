package uk.thinkuknow.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;

/**
 * A cell of a {@link DataTable}.
 *
 * @param href where its text leads; null if nowhere
 * @param tone the colour of its tag; null if it is no tag
 * @param shape the sign in its tag; null if it has none
 * @param order what the column is sorted by: text, a number, a day or a time
 */
public record Cell(
        String text,
        @Nullable String href,
        @Nullable String tone,
        @Nullable String shape,
        Comparable<?> order) {
    public static Cell of(String text) {
        return new Cell(text, null, null, null, text);
    }

    public static Cell link(String text, String href) {
        return new Cell(text, href, null, null, text);
    }

    public static Cell tag(String text, String tone) {
        return tag(text, tone, null);
    }

    public static Cell tag(String text, String tone, @Nullable String shape) {
        return new Cell(text, null, tone, shape, text);
    }

    public static Cell number(long number) {
        return of(TextFormat.number(number)).by(number);
    }

    /** A day; an unknown one is a dash and comes first. */
    public static Cell day(@Nullable LocalDate day) {
        return day == null
                ? of("–").by(LocalDate.MIN)
                : of(TextFormat.shortDate(day)).by(day);
    }

    /** The same cell, sorted by something else than its text. */
    public Cell by(Comparable<?> other) {
        return new Cell(text, href, tone, shape, other);
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
