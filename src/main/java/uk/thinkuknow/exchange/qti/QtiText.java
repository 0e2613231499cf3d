package uk.thinkuknow.exchange.qti;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import uk.thinkuknow.exchange.content.PictureFinder;
import uk.thinkuknow.exchange.content.XmlElement;

/**
 * Decides which parts of a QTI item are text that children read, and replaces embedded objects and formulas by plain
 * markup.
 */
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
    private static final Pattern BODY = Pattern.compile("(?is)\\A(?>.*?<body\\b[^>]{0,500}>)(.*)</body>");

    private QtiText() {}

    static boolean isInline(XmlElement part) {
        return INLINE.contains(part.name());
    }

    /** Returns whether a text beside the questions is for children, and not only for staff. */
    static boolean isForChildren(XmlElement rubric) {
        return rubric.attribute("view").isEmpty() || rubric.attribute("view").contains("candidate");
    }

    /** Returns whether a part, such as feedback, is left out of the text that children read before they answer. */
    static boolean isNone(XmlElement part) {
        return NO_TEXT.contains(part.name()) || part.attribute("data-role").equals("tooltip-content");
    }

    /**
     * Returns a copy in which an {@code object} with a picture is an {@code img}, an {@code object} with a page of the
     * package is the content of that page, and a formula is its alternative text.
     */
    static XmlElement withPlainMarkup(XmlElement part, PictureFinder media) {
        if (part.is("object") && part.attribute("type").startsWith("image/")) {
            var inside = part.children("object").stream().findFirst();
            boolean known = part.attribute("data").toLowerCase(Locale.ROOT).matches(".*\\.(svg|png|jpe?g|gif)");
            return known || inside.isEmpty() ? picture(part) : withPlainMarkup(inside.get(), media);
        }
        if (part.is("object") && part.attribute("type").equals("text/html")) {
            var page = media.find(part.attribute("data"));
            if (page != null && page.length <= LARGEST_PAGE) {
                return new XmlElement("div", Map.of()).containing(new XmlElement.CdataSection(body(page)));
            }
        }
        if (part.is("math") && !part.attribute("alttext").isEmpty()) {
            return part.copy().containing(part.attribute("alttext"));
        }
        // An annotation would repeat the formula.
        return part.copy(inside -> inside.name().startsWith("annotation") ? "" : withPlainMarkup(inside, media));
    }

    private static XmlElement picture(XmlElement part) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("src", part.attribute("data"));
        attributes.put("alt", part.text());
        attributes.put("width", part.attribute("width"));
        attributes.put("height", part.attribute("height"));
        return new XmlElement("img", attributes);
    }

    /** Returns the body of a page as HTML, which is cleaned like any other. */
    private static String body(byte[] page) {
        var html = new String(page, StandardCharsets.UTF_8);
        var found = BODY.matcher(html);
        return "<div>" + (found.find() ? found.group(1) : html) + "</div>";
    }
}
