package uk.thinkuknow.curriculum.lesson;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Tests that Markdown becomes safe HTML without scripts, links or images. */
class MarkdownTest {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z0-9]+)([^>]*)>");
    private static final Pattern PLAIN = Pattern.compile("p|br|em|strong|ul|ol|li|blockquote|h3|h4");

    @Test
    void emphasisAndListsAreRendered() {
        assertEquals(
                "<p>Stop, <strong>then</strong> <em>tell</em>.</p>\n<ul><li>a</li><li>b</li></ul>",
                html("Stop, **then** *tell*.\n\n- a\n- b")
                        .replaceAll(">\\s+<(/?)(li|/ul)", "><$1$2")
                        .strip());
    }

    @Test
    void specialCharactersOfHtmlAreEscaped() {
        assertEquals(
                "<p>1 &lt; 2 &amp; &#34;so&#34; on</p>",
                html("1 < 2 & \"so\" on").strip());
    }

    @Test
    void tagsThatAnAuthorTypesAreShownAsTyped() {
        assertEquals(
                "<p>&lt;strong&gt;x&lt;/strong&gt;</p>",
                html("<strong>x</strong>").strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<ScRiPt src=//evil.example></sCrIpT>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<a href=\"javascript:alert(1)\">a</a>",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](java\tscript:alert(1))",
                "[a](data:text/html;base64,PHNjcmlwdD4=)",
                "[a](//evil.example)",
                "![a](x\" onerror=\"alert(1))",
                "![a](https://evil.example/pixel.png)",
                "<https://evil.example>",
                "[a]: javascript:alert(1)\n\n[a]",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<style>*{background:url(//evil.example)}</style>",
                "<p style=\"position:fixed\">a</p>",
                "<form action=//evil.example><input name=csrf></form>",
                "<base href=//evil.example>",
                "<meta http-equiv=refresh content=0;url=//evil.example>",
                "<object data=//evil.example></object>",
                "<details open ontoggle=alert(1)>",
                "`<script>alert(1)</script>`",
                "    <script>alert(1)</script>",
                "```html\n<script>alert(1)</script>\n```",
                "# <img src=x onerror=alert(1)>",
                "<!--><script>alert(1)</script>-->",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>",
                "{inject:csrf.token} {#each}"
            })
    void hostileMarkdownLeavesOnlyPlainTagsWithoutAttributes(String hostile) {
        var html = html(hostile);
        TAG.matcher(html).results().forEach(tag -> {
            assertEquals("", tag.group(3).replace("/", "").strip(), html);
            assertEquals(true, PLAIN.matcher(tag.group(2)).matches(), html);
        });
        assertFalse(html.contains("<!--"), html);
    }

    private static String html(String markdown) {
        return Markdown.html(markdown).toString();
    }
}
