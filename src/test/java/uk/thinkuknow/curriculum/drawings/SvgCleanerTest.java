package uk.thinkuknow.curriculum.drawings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a cleaned drawing keeps its shapes, colours and text, and nothing that runs, links or loads. */
class SvgCleanerTest {
    private static final String OPEN = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">";

    @Test
    void noPackagedDrawingLosesAnythingAndAPlainOneKeepsItsShapesAndText() throws IOException {
        for (var lesson : LessonFolder.packaged()) {
            lesson.files().forEach((name, file) -> {
                if (name.endsWith(".svg")) {
                    assertEquals(List.of(), SvgCleaner.of(file.bytes()).leftOut(), name);
                }
            });
        }
        assertEquals(
                OPEN + "<rect fill=\"#abc\" width=\"3\"></rect><text>5 &lt; 6 &amp; “7”</text></svg>",
                cleaned("<rect fill=\"#abc\" width=\"3\"/> stray <text>5 &lt; 6 &amp; “7”</text>"));
    }

    @Test
    void coloursOfClassesAndStylesBecomeAttributes() {
        assertEquals(
                OPEN
                        + "<rect fill=\"#0a0\" stroke=\"#00f\"></rect><g fill=\"red\" opacity=\".5\" font-size=\"12px\"></g></svg>",
                cleaned("<style>/* a */ .a,.b{fill:#f00;stroke:#00f} .b{fill:#0a0!important}</style>"
                        + "<rect class=\"a b\"/><g fill=\"blue\" style=\"opacity:.5;font-size:12px;fill:red\"/>"));
    }

    @Test
    void aHiddenPartIsRemovedAndListed() {
        assertEquals(OPEN + "<rect></rect></svg>", cleaned("<g style=\"display:none\"><circle/></g><rect/>"));
        assertTrue(leftOut("<g display=\"none\"/>").contains("a hidden part"));
    }

    @Test
    void aGradientThatRefersToAnotherGetsTheColoursOfTheOther() {
        assertEquals(
                OPEN + "<linearGradient id=\"a\"><stop offset=\"1\"></stop></linearGradient>"
                        + "<linearGradient id=\"b\" x1=\"2\"><stop offset=\"1\"></stop></linearGradient></svg>",
                cleaned(
                        "<linearGradient id=\"a\"><stop offset=\"1\"/></linearGradient>"
                                + "<linearGradient id=\"b\" x1=\"2\" xmlns:x=\"http://www.w3.org/1999/xlink\" x:href=\"#a\"/>"));
        assertEquals(
                OPEN + "<linearGradient id=\"a\"></linearGradient></svg>",
                cleaned("<linearGradient id=\"a\" href=\"#a\"/>"));
    }

    @Test
    void aDrawingWithoutAViewBoxGetsOneFromItsSize() {
        var made =
                SvgCleaner.of("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640px\" height=\"400\"/>".getBytes());
        assertTrue(text(made).contains("viewBox=\"0 0 640 400\""));
    }

    @Test
    void theContentOfALinkIsKeptWithoutTheLink() {
        assertEquals(
                OPEN + "<g><rect></rect></g><text><tspan>x</tspan></text></svg>",
                cleaned("<a href=\"https://example.org\"><rect/></a><text><a href=\"x\">x</a></text>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<script xmlns=\"http://www.w3.org/1999/xhtml\">alert(1)</script>",
                "<rect onload=\"alert(1)\"/>",
                "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><img src=\"x\"/></body></foreignObject>",
                "<image href=\"data:image/png;base64,AAAA\"/>",
                "<use href=\"https://example.org/a.svg#b\"/>",
                "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
                "<set attributeName=\"onload\" to=\"alert(1)\"/>",
                "<rect fill=\"url(https://example.org/a#b)\"/>",
                "<rect style=\"fill:url('data:image/svg+xml,x#y')\"/>",
                "<style>@import 'https://example.org/a.css';</style>",
                "<style>rect{fill:url(https://example.org)}</style>",
                "<?xml-stylesheet href=\"https://example.org\"?>",
                "<mask id=\"a\"><rect mask=\"url(#a)\"/></mask>"
            })
    void activeContentIsRemovedAndListed(String hostile) {
        assertFalse(leftOut(hostile).isEmpty());
        var made = cleaned(hostile);
        for (var word : List.of("alert", "example", "data:", "href", "script", "body", "mask=", "?")) {
            assertFalse(made.contains(word), made);
        }
    }

    @Test
    void markupThatHtmlParsesDifferentlyFromXmlIsRemovedByTheCleanerAndRefusedByTheCheck() {
        var hostile =
                "<!--><script>alert(1)</script>--><title><tspan><![CDATA[><script>alert(1)</script>]]></tspan></title>";
        assertFalse(cleaned(hostile).contains("<script"));
        assertFalse(SafeSvg.problems(whole("<!--><script>alert(1)</script>-->")).isEmpty());
        assertFalse(
                SafeSvg.problems(whole("<title><![CDATA[><script>]]></title>")).isEmpty());
    }

    @Test
    void aFileThatIsNoSvgOrHasEntitiesOrIsTooLargeOrTooDeepIsRefusedWithAReason() {
        assertEquals(
                "is a packed drawing (.svgz): save it as plain SVG.", refusal(new byte[] {0x1F, (byte) 0x8B, 8, 0}));
        assertTrue(refusal("<html/>".getBytes()).startsWith("is no SVG drawing"));
        assertTrue(refusal("GIF89a".getBytes()).startsWith("is no well-formed SVG"));
        assertTrue(refusal(new byte[0]).startsWith("is no well-formed SVG"));
        assertTrue(refusal("<svg>\u00e9</svg>".getBytes(StandardCharsets.ISO_8859_1))
                .contains("UTF-8"));
        assertTrue(refusal(("<!DOCTYPE svg [<!ENTITY a \"ha\">]>" + OPEN + "&a;</svg>").getBytes())
                .contains("entities"));
        assertTrue(refusal((OPEN + "&nothing;</svg>").getBytes()).startsWith("has an entity")
                || refusal((OPEN + "&nothing;</svg>").getBytes()).startsWith("is no well-formed"));
        assertTrue(refusal(whole("<g>".repeat(60) + "</g>".repeat(60))).contains("too many"));
        assertTrue(refusal(whole("<g/>".repeat(20_000))).contains("too many parts"));
        assertTrue(refusal(whole("<path d=\"" + "M0 0".repeat(9000) + "\"/>")).contains("32 kB"));
        assertTrue(refusal(whole("<text>" + "a".repeat(300_000) + "</text>")).contains("256 kB"));
        assertTrue(refusal(whole(
                        "<style>.a{font-family:" + "b".repeat(9000) + "}</style>" + "<g class=\"a\"/>".repeat(2000)))
                .contains("simpler"));
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(Refused.class, () -> SvgCleaner.of(bytes)).why();
    }

    private static String cleaned(String inside) {
        return text(SvgCleaner.of(whole(inside)));
    }

    private static List<String> leftOut(String inside) {
        return SvgCleaner.of(whole(inside)).leftOut();
    }

    private static byte[] whole(String inside) {
        return (OPEN + inside + "</svg>").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(SvgCleaner.Cleaned made) {
        return new String(made.content(), StandardCharsets.UTF_8);
    }
}
