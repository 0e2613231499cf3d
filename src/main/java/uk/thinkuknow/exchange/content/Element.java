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

/** A part of an XML file: its name and attributes in small letters with hyphens, and what is in it. */
public final class Element {
    private static final Set<String> EMPTY = Set.of("br", "img", "hr", "input", "source", "track", "col");

    private static final Pattern MARKUP = Pattern.compile(
            "(?is)^\\s*<(p|div|ul|ol|table|h[1-6]|span|strong|b|em|i|u|img|br|section|blockquote)\\b.*>.*");

    /** Text that stands in the file as it is, in a section of its own. */
    public record Verbatim(String text) {
        /** Do people mean it as HTML? It is cleaned as any other. */
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
    /** Elements and texts in their order. */
    private final List<Object> inside = new ArrayList<>();

    public Element(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    /** The same without anything in it. */
    public Element copy() {
        return new Element(name, attributes);
    }

    /** A copy with something else in the place of some parts: of those for which there is anything. */
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

    /** An attribute without blanks around it; empty if it is not there. */
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

    /** The text of a child; empty if it is not there. */
    public String childText(String wanted) {
        return child(wanted).map(Element::text).orElse("");
    }

    /** All parts below this one, in the order of the file. */
    public Stream<Element> below() {
        return children().stream().flatMap(child -> Stream.concat(Stream.of(child), child.below()));
    }

    public List<Element> below(String wanted) {
        return below().filter(part -> part.is(wanted)).toList();
    }

    /** Its words without any markup. */
    public String text() {
        var text = new StringBuilder();
        inside.forEach(part -> text.append(part instanceof Element element ? element.text() : part));
        return text.toString().strip();
    }

    /** What is in it, as HTML, without the parts that are left out. */
    public String html(Predicate<Element> leftOut) {
        return htmlWith(part -> leftOut.test(part) ? "" : null);
    }

    /** The same with other HTML in the place of some parts: of those for which there is any. */
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
