package uk.thinkuknow.exchange.content;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static uk.thinkuknow.exchange.content.MarkupTemplates.markup;

/** Tests how templates of XML and HTML are filled with values. */
class MarkupTemplatesTest {
    @Test
    void aValueIsEscapedInAnAttributeAndInsertedAsMarkupInContent() {
        assertEquals(
                "<a href=\"x/1.html\" title=\"&quot;&gt;&lt;b&gt;'{}$1\"><i>it</i></a>",
                markup("<a href='x/{}.html' title='{}'>{}</a>", "1", "\"><b>'{}$1", "<i>it</i>"));
    }

    @Test
    void anEmptyValueDropsItsAttributeOrClosesItsElement() {
        assertEquals("<p id=\"one\"/><p>!</p>", markup("<p class='{}' id='{}'>{}</p><p>{}!</p>", "", "one", "", ""));
    }

    @Test
    void aSecondPlaceholderInAnAttributeIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> markup("<p title='{}: {}'/>", "one", "two"));
    }
}
