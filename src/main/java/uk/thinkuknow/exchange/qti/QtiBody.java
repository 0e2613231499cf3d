package uk.thinkuknow.exchange.qti;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.exchange.content.Element;
import uk.thinkuknow.exchange.content.Rich;

/** Finds the interactions in the body of a QTI item, and the text around them. */
final class QtiBody {
    /** Marks the place of an interaction in the text. */
    static final String ANSWERED_HERE = "\uE002";

    private static final Set<String> BESIDE = Set.of("end-attempt-interaction", "media-interaction");
    private static final Set<String> LINES = Set.of("p", "div", "li", "td", "th", "h1", "h2", "h3", "h4", "dd");

    private final Element body;

    QtiBody(Element body) {
        this.body = body;
    }

    /**
     * Returns the interactions that ask something. All inline interactions are one question, given by the first of
     * them.
     */
    List<Element> asking() {
        var first = inline().stream().findFirst().orElse(null);
        return interactions().stream()
                .filter(part -> !BESIDE.contains(part.name()))
                .filter(part -> !QtiText.isInline(part) || part == first)
                .toList();
    }

    List<Element> interactions() {
        return body.below()
                .filter(part -> part.name().endsWith("-interaction"))
                .filter(part -> !part.is("end-attempt-interaction"))
                .toList();
    }

    private List<Element> inline() {
        return interactions().stream().filter(QtiText::isInline).toList();
    }

    /** Returns the text that children read around the interactions. */
    Rich around(Function<String, Rich> cleaned) {
        var said = body.below("rubric-block").stream()
                .filter(QtiText::isForChildren)
                .map(rubric -> cleaned.apply(rubric.html()))
                .reduce(Rich.NONE, Rich::and);
        return said.and(cleaned.apply(body.htmlWith(QtiBody::told)));
    }

    private static @Nullable String told(Element part) {
        if (part.name().endsWith("-interaction")) {
            return BESIDE.contains(part.name()) ? "" : "<p>" + ANSWERED_HERE + "</p>";
        }
        // A line with gaps becomes a step of its own.
        boolean gapped = LINES.contains(part.name())
                && part.below().anyMatch(QtiText::isInline)
                && part.below().noneMatch(other -> LINES.contains(other.name()) || isBlock(other));
        return gapped || QtiText.isNone(part) ? "" : null;
    }

    private static boolean isBlock(Element part) {
        return part.name().endsWith("-interaction") && !QtiText.isInline(part);
    }
}
