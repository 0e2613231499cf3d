package uk.thinkuknow.exchange.qti;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.exchange.content.RichText;
import uk.thinkuknow.exchange.content.XmlElement;

/** Finds the interactions in the body of a QTI item, and the text around them. */
final class QtiBody {
    /** Marks the place of an interaction in the text. */
    static final String ANSWERED_HERE = "\uE002";

    private static final Set<String> BESIDE = Set.of("end-attempt-interaction", "media-interaction");
    private static final Set<String> LINES = Set.of("p", "div", "li", "td", "th", "h1", "h2", "h3", "h4", "dd");

    private final XmlElement body;

    QtiBody(XmlElement body) {
        this.body = body;
    }

    /**
     * Returns one interaction for each question of the item. All interactions inside lines of text are one question,
     * for which the first of them is returned.
     */
    List<XmlElement> asking() {
        var first = inline().stream().findFirst().orElse(null);
        return interactions().stream()
                .filter(part -> !BESIDE.contains(part.name()))
                .filter(part -> !QtiText.isInline(part) || part == first)
                .toList();
    }

    List<XmlElement> interactions() {
        return body.descendants()
                .filter(part -> part.name().endsWith("-interaction"))
                .filter(part -> !part.is("end-attempt-interaction"))
                .toList();
    }

    private List<XmlElement> inline() {
        return interactions().stream().filter(QtiText::isInline).toList();
    }

    /** Returns the text that children read around the interactions. */
    RichText around(Function<String, RichText> cleaned) {
        var said = body.descendants("rubric-block").stream()
                .filter(QtiText::isForChildren)
                .map(rubric -> cleaned.apply(rubric.html()))
                .reduce(RichText.NONE, RichText::and);
        return said.and(cleaned.apply(body.htmlWith(QtiBody::told)));
    }

    private static @Nullable String told(XmlElement part) {
        if (part.name().endsWith("-interaction")) {
            return BESIDE.contains(part.name()) ? "" : "<p>" + ANSWERED_HERE + "</p>";
        }
        // A line with gaps becomes a step of its own.
        boolean gapped = LINES.contains(part.name())
                && part.descendants().anyMatch(QtiText::isInline)
                && part.descendants().noneMatch(other -> LINES.contains(other.name()) || isBlock(other));
        return gapped || QtiText.isNone(part) ? "" : null;
    }

    private static boolean isBlock(XmlElement part) {
        return part.name().endsWith("-interaction") && !QtiText.isInline(part);
    }
}
