package uk.thinkuknow.exchange.content;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.thinkuknow.curriculum.lesson.Markdown;

/** Fills templates of XML and HTML. Values in attributes are escaped; values between tags must be markup already. */
public final class MarkupTemplates {
    public static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    /** A placeholder: inside an attribute, alone between two tags, or anywhere else. */
    private static final Pattern PLACE = Pattern.compile("( [\\w:-]+=\"[^\"{]*)\\{}([^\"]*\")|>\\{}(</[\\w:-]+>)|\\{}");

    private MarkupTemplates() {}

    /**
     * Replaces each <code>{}</code> in a template by the next value. An attribute with an empty value is left out; an
     * element with an empty value is written as one self-closing tag.
     *
     * @param template written with {@code '} around attributes, which become {@code "}
     * @param values escaped in attributes; elsewhere they are markup already
     * @throws IllegalArgumentException if there are more values than placeholders
     * @throws java.util.NoSuchElementException if there are fewer
     */
    public static String markup(String template, String... values) {
        var next = List.of(values).iterator();
        var filled = PLACE.matcher(template.replace('\'', '"')).replaceAll(place -> {
            var value = next.next();
            if (place.group(1) != null) {
                return value.isEmpty() ? "" : Matcher.quoteReplacement(place.group(1) + words(value) + place.group(2));
            }
            boolean alone = place.group(3) != null;
            return alone && value.isEmpty()
                    ? "/>"
                    : Matcher.quoteReplacement(alone ? ">" + value + place.group(3) : value);
        });
        if (next.hasNext()) {
            throw new IllegalArgumentException("more values than places; an attribute has one place: " + template);
        }
        return filled;
    }

    /** Joins the markup of all elements of a list. */
    public static <T> String each(List<T> things, Function<T, String> written) {
        return things.stream().map(written).collect(Collectors.joining());
    }

    /** Joins the markup of all elements of a list, one on each line. */
    public static <T> String lines(List<T> things, Function<T, String> written) {
        return things.stream().map(written).collect(Collectors.joining("\n"));
    }

    /** Escapes a text for use in markup and drops characters that XML does not allow. */
    public static String words(String text) {
        return allowed(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Drops characters that XML does not allow, not even escaped. */
    private static String allowed(String text) {
        return text.replaceAll("[\\uFFFE\\uFFFF\\p{Cntrl}&&[^\\t\\n\\r]]", "");
    }

    /** Returns an author's Markdown as XHTML. */
    public static String rich(String markdown) {
        return allowed(Markdown.html(markdown).getValue());
    }
}
