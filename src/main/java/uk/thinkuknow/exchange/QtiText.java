package uk.thinkuknow.exchange;

import java.util.LinkedHashMap;
import java.util.Set;

/** Which parts of an item of QTI are words that children read, and which are something else. */
final class QtiText {
    private static final Set<String> INLINE = Set.of("text-entry-interaction", "inline-choice-interaction");
    private static final Set<String> NO_TEXT = Set.of(
            "rubric-block",
            "feedback-block",
            "feedback-inline",
            "template-block",
            "template-inline",
            "stylesheet",
            "xinclude",
            "catalog-info");

    private QtiText() {}

    static boolean isInline(Element part) {
        return INLINE.contains(part.name());
    }

    static boolean isNone(Element part) {
        return NO_TEXT.contains(part.name());
    }

    /** A picture as {@code object} is the same as one as {@code img}, and a formula is what it says of itself. */
    static Element drawn(Element part) {
        if (part.is("object") && part.at("type").startsWith("image/")) {
            var attributes = new LinkedHashMap<String, String>();
            attributes.put("src", part.at("data"));
            attributes.put("alt", part.text());
            attributes.put("width", part.at("width"));
            attributes.put("height", part.at("height"));
            return new Element("img", attributes);
        }
        var copy = part.copy();
        if (part.is("math") && !part.at("alttext").isEmpty()) {
            return copy.with(part.at("alttext"));
        }
        for (var inside : part.inside()) {
            // What else a formula says of itself would stand there twice.
            if (!(inside instanceof Element element)) {
                copy.add(inside);
            } else if (!element.name().startsWith("annotation")) {
                copy.add(drawn(element));
            }
        }
        return copy;
    }
}
