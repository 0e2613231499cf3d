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

/**
 * An XML element of an imported file with its attributes, texts and child elements. {@link XmlReader} writes all names
 * in lower case with hyphens.
 */
public final class XmlElement {
    private static final Set<String> EMPTY = Set.of("br", "img", "hr", "input", "source", "track", "col");

    private static final Pattern MARKUP = Pattern.compile(
            "(?is)^\\s*<(p|div|ul|ol|table|h[1-6]|span|strong|b|em|i|u|img|br|section|blockquote)\\b.*>.*");

    /** The text of a CDATA section. */
    public record CdataSection(String text) {
        /** Returns whether the text looks like HTML; it is then cleaned like any other. */
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

    public XmlElement(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    /** Returns a copy with the attributes, but without texts and child elements. */
    public XmlElement copy() {
        return new XmlElement(name, attributes);
    }

    /**
     * Returns a deep copy in which {@code instead} may replace elements; an element for which it returns null is
     * copied.
     */
    public XmlElement copy(Function<XmlElement, @Nullable Object> instead) {
        var copy = copy();
        for (var part : inside) {
            var other = part instanceof XmlElement element ? instead.apply(element) : part;
            copy.add(other != null ? other : ((XmlElement) part).copy(instead));
        }
        return copy;
    }

    public void add(Object part) {
        inside.add(part);
    }

    public XmlElement containing(Object part) {
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
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    public List<Object> inside() {
        return inside;
    }

    public List<XmlElement> children() {
        return inside.stream()
                .filter(XmlElement.class::isInstance)
                .map(XmlElement.class::cast)
                .toList();
    }

    public List<XmlElement> children(String wanted) {
        return children().stream().filter(child -> child.is(wanted)).toList();
    }

    public Optional<XmlElement> child(String wanted) {
        return children().stream().filter(child -> child.is(wanted)).findFirst();
    }

    /** Returns the text of the first child of this name; empty if there is none. */
    public String childText(String wanted) {
        return child(wanted).map(XmlElement::text).orElse("");
    }

    /** Returns all descendants, in document order. */
    public Stream<XmlElement> descendants() {
        ImportBudget.check();
        return below();
    }

    private Stream<XmlElement> below() {
        return children().stream().flatMap(child -> Stream.concat(Stream.of(child), child.below()));
    }

    public List<XmlElement> descendants(String wanted) {
        return descendants().filter(part -> part.is(wanted)).toList();
    }

    /** Returns the text of this element and its descendants, without markup. */
    public String text() {
        var text = new StringBuilder();
        inside.forEach(part -> text.append(part instanceof XmlElement element ? element.text() : part));
        return text.toString().strip();
    }

    /** Returns the content as HTML without the elements that {@code leftOut} accepts. */
    public String html(Predicate<XmlElement> leftOut) {
        return htmlWith(part -> leftOut.test(part) ? "" : null);
    }

    /**
     * Returns the content as HTML in which {@code instead} may replace elements; an element for which it returns null
     * stays.
     */
    public String htmlWith(Function<XmlElement, @Nullable String> instead) {
        var html = new StringBuilder();
        for (var part : inside) {
            if (!(part instanceof XmlElement element)) {
                boolean markup = part instanceof CdataSection verbatim && verbatim.isMarkup();
                html.append(markup ? part.toString() : escaped(part.toString()));
                continue;
            }
            var other = instead.apply(element);
            html.append(other == null ? element.tagged(instead) : other);
        }
        return html.toString();
    }

    private String tagged(Function<XmlElement, @Nullable String> instead) {
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
