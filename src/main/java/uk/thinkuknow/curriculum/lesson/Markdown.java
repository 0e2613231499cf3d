package uk.thinkuknow.curriculum.lesson;

import io.quarkus.qute.RawString;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Converts an author's Markdown to HTML that is safe in any page: paragraphs, emphasis, lists, quotations and small
 * headings.
 */
public final class Markdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    // No links and no images: a child's page has no external links, and pictures have a field of their own.
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "h3", "h4")
            .toFactory();

    private Markdown() {}

    /** Converts Markdown to HTML; elements not on the list above become plain text. */
    public static RawString html(String markdown) {
        return new RawString(ALLOWED.sanitize(RENDERER.render(PARSER.parse(markdown))));
    }
}
