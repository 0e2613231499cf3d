package uk.thinkuknow.exchange.content;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.thinkuknow.curriculum.lesson.Markdown;

/** Writes XML out of templates: what is between the tags is markup already, attributes and words are made safe. */
public final class Markup {
    public static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    /** The place of a value: in an attribute, alone between two tags, or anywhere else. */
    private static final Pattern PLACE = Pattern.compile("( [\\w:-]+=\"[^\"{]*)\\{}([^\"]*\")|>\\{}(</[\\w:-]+>)|\\{}");

    private Markup() {}

    /**
     * A template with a value in the place of each <code>{}</code>. An attribute for which there is nothing is left out; an element
     * with nothing in it has no second tag.
     *
     * @param template written with {@code '} around attributes, which become {@code "}
     * @param values made safe in attributes; elsewhere they are markup already
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
            throw new IllegalArgumentException("more values than places, of which an attribute has one: " + template);
        }
        return filled;
    }

    /** The markup of things, one after another. */
    public static <T> String each(List<T> things, Function<T, String> written) {
        return things.stream().map(written).collect(Collectors.joining());
    }

    /** The same with a line for each. */
    public static <T> String lines(List<T> things, Function<T, String> written) {
        return things.stream().map(written).collect(Collectors.joining("\n"));
    }

    public static String words(String text) {
        return allowed(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Without what no XML may hold, whatever it is written as. */
    private static String allowed(String text) {
        return text.replaceAll("[\\uFFFE\\uFFFF\\p{Cntrl}&&[^\\t\\n\\r]]", "");
    }

    /** An author's Markdown as XHTML. */
    public static String rich(String markdown) {
        return allowed(Markdown.html(markdown).getValue());
    }
}
