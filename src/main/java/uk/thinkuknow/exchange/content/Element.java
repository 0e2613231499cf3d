package uk.thinkuknow.exchange.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An XML element with its attributes, texts and child elements. Names are in lower case with hyphens. */
public final class Element {
    private static final Set<String> EMPTY = Set.of("br", "img", "hr", "input", "source", "track", "col");

    private static final Pattern MARKUP = Pattern.compile(
            "(?is)^\\s*<(p|div|ul|ol|table|h[1-6]|span|strong|b|em|i|u|img|br|section|blockquote)\\b.*>.*");

    /** The text of a CDATA section. */
    public record Verbatim(String text) {
        /** Whether the text is meant as HTML, which is then cleaned like any other. */
        boolean isMarkup() {
            return MARKUP.matcher(text).matches();
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private final String name;
    private final Map<String, String> attributes;
    /** Child elements and texts, in document order. */
    private final List<Object> inside = new ArrayList<>();

    public Element(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    /** Returns a copy without content. */
    public Element copy() {
        return new Element(name, attributes);
    }

    /**
     * Returns a deep copy in which {@code instead} may replace elements; an element for which it returns null is
     * copied.
     */
    public Element copy(Function<Element, @Nullable Object> instead) {
        var copy = copy();
        for (var part : inside) {
            var other = part instanceof Element element ? instead.apply(element) : part;
            copy.add(other != null ? other : ((Element) part).copy(instead));
        }
        return copy;
    }

    public void add(Object part) {
        inside.add(part);
    }

    public Element containing(Object part) {
        add(part);
        return this;
    }

    public String name() {
        return name;
    }

    public boolean is(String other) {
        return name.equals(other);
    }

    /** Returns an attribute without surrounding blanks; empty if it is missing. */
    public String at(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    public List<Object> inside() {
        return inside;
    }

    public List<Element> children() {
        return inside.stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    public List<Element> children(String wanted) {
        return children().stream().filter(child -> child.is(wanted)).toList();
    }

    public Optional<Element> child(String wanted) {
        return children().stream().filter(child -> child.is(wanted)).findFirst();
    }

    /** Returns the text of the first child of this name; empty if there is none. */
    public String childText(String wanted) {
        return child(wanted).map(Element::text).orElse("");
    }

    /** Returns all descendants, in document order. */
    public Stream<Element> below() {
        return children().stream().flatMap(child -> Stream.concat(Stream.of(child), child.below()));
    }

    public List<Element> below(String wanted) {
        return below().filter(part -> part.is(wanted)).toList();
    }

    /** Returns the text of this element and its descendants, without markup. */
    public String text() {
        var text = new StringBuilder();
        inside.forEach(part -> text.append(part instanceof Element element ? element.text() : part));
        return text.toString().strip();
    }

    /** Returns the content as HTML without the elements that {@code leftOut} accepts. */
    public String html(Predicate<Element> leftOut) {
        return htmlWith(part -> leftOut.test(part) ? "" : null);
    }

    /**
     * Returns the content as HTML in which {@code instead} may replace elements; an element for which it returns null
     * stays.
     */
    public String htmlWith(Function<Element, @Nullable String> instead) {
        var html = new StringBuilder();
        for (var part : inside) {
            if (!(part instanceof Element element)) {
                boolean markup = part instanceof Verbatim verbatim && verbatim.isMarkup();
                html.append(markup ? part.toString() : escaped(part.toString()));
                continue;
            }
            var other = instead.apply(element);
            html.append(other == null ? element.tagged(instead) : other);
        }
        return html.toString();
    }

    private String tagged(Function<Element, @Nullable String> instead) {
        var html = new StringBuilder("<").append(name);
        attributes.forEach((attribute, value) -> html.append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(value))
                .append('"'));
        html.append('>').append(htmlWith(instead));
        return EMPTY.contains(name)
                ? html.toString()
                : html.append("</").append(name).append('>').toString();
    }

    public String html() {
        return html(any -> false);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
