package uk.thinkuknow.exchange.qti;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import uk.thinkuknow.exchange.content.Element;
import uk.thinkuknow.exchange.content.Media;

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

    private static final int LARGEST_PAGE = 200_000;
    private static final Pattern BODY = Pattern.compile("(?is)<body\\b[^>]{0,500}>(.*)</body>");

    private QtiText() {}

    static boolean isInline(Element part) {
        return INLINE.contains(part.name());
    }

    /** Are these words beside the items for children, and not for others alone? */
    static boolean isForChildren(Element rubric) {
        return rubric.at("view").isEmpty() || rubric.at("view").contains("candidate");
    }

    static boolean isNone(Element part) {
        return NO_TEXT.contains(part.name()) || part.at("data-role").equals("tooltip-content");
    }

    /**
     * A picture as {@code object} is the same as one as {@code img}, a page of the package as {@code object} is its words, and a
     * formula is what it says of itself.
     */
    static Element drawn(Element part, Media media) {
        if (part.is("object") && part.at("type").startsWith("image/")) {
            var inside = part.children("object").stream().findFirst();
            boolean known = part.at("data").toLowerCase(Locale.ROOT).matches(".*\\.(svg|png|jpe?g|gif)");
            return known || inside.isEmpty() ? picture(part) : drawn(inside.get(), media);
        }
        if (part.is("object") && part.at("type").equals("text/html")) {
            var page = media.find(part.at("data"));
            if (page != null && page.length <= LARGEST_PAGE) {
                return new Element("div", Map.of()).containing(new Element.Verbatim(body(page)));
            }
        }
        if (part.is("math") && !part.at("alttext").isEmpty()) {
            return part.copy().containing(part.at("alttext"));
        }
        // What else a formula says of itself would stand there twice.
        return part.copy(inside -> inside.name().startsWith("annotation") ? "" : drawn(inside, media));
    }

    private static Element picture(Element part) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("src", part.at("data"));
        attributes.put("alt", part.text());
        attributes.put("width", part.at("width"));
        attributes.put("height", part.at("height"));
        return new Element("img", attributes);
    }

    /** What a page shows, as HTML that is cleaned as any other. */
    private static String body(byte[] page) {
        var html = new String(page, StandardCharsets.UTF_8);
        var found = BODY.matcher(html);
        return "<div>" + (found.find() ? found.group(1) : html) + "</div>";
    }
}
