package uk.thinkuknow.exchange.content;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.exchange.formats.LessonImporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.exchange.content.GivenQti.refused;
import static uk.thinkuknow.exchange.content.GivenQti.step;
import static uk.thinkuknow.exchange.content.GivenQti.taken;

/** Tests the import of files with unusual encodings, markup, embedded pictures and titles. */
class UnusualTextTest {
    private static final String ITEM = GivenQti.item3("single", "", "<p>Words.</p>");

    private static String essay(String text) {
        return "<quiz><question type=\"essay\"><name><text>Mine</text></name><questiontext format=\"html\"><text><![CDATA["
                + text + "]]></text></questiontext></question></quiz>";
    }

    private static String png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n  ", "\uFEFF", "\uFEFF\r\n\t", ""})
    void blanksAndByteOrderMarksBeforeXmlDoNotMatter(String before) {
        assertTrue(step(before + "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + ITEM)
                .contains("Words."));
    }

    @Test
    void xmlInUtf16IsRead() {
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + ITEM.replace("Words", "Größe");

        var read = LessonImporter.read("a.xml", xml.getBytes(StandardCharsets.UTF_16));

        assertTrue(GivenQti.tree(assertInstanceOf(ImportResult.ImportedLesson.class, read))
                .toString()
                .contains("Größe"));
    }

    @Test
    void aBareDocumentTypeIsAcceptedAndAnyOtherIsRefused() {
        assertTrue(step("<?xml version=\"1.0\"?>\n<!-- mine -->\n<!DOCTYPE assessmentItem>\n" + ITEM)
                .contains("Words."));
        for (var type : new String[] {
            "<!DOCTYPE a []>",
            "<!DOCTYPE a SYSTEM \"a.dtd\">",
            "<!DOCTYPE a PUBLIC \"a\" \"b\">",
            "<!DOCTYPE a [<!ENTITY b \"c\">]>",
            "<!-- <!DOCTYPE a> --><!DOCTYPE a [<!ENTITY b \"c\">]>"
        }) {
            assertTrue(refused(type + ITEM).contains("document type"), type);
        }
    }

    @Test
    void anUndeclaredEntityIsNotReadAsAFile() {
        assertFalse(step("<!DOCTYPE assessmentItem>" + ITEM.replace("Words", "One&file;two"))
                .contains("root:"));
    }

    @Test
    void htmlInCdataIsReadAsHtmlAndEscapedTagsStayText() {
        var step = step(
                GivenQti.item3(
                        "single",
                        "A",
                        "<qti-choice-interaction response-identifier=\"RESPONSE\"><qti-prompt><![CDATA[<p>Who <b>helps</b>?</p><script>x()</script>]]></qti-prompt>"
                                + "<qti-simple-choice identifier=\"A\"><![CDATA[<p>Owl</p>]]></qti-simple-choice>"
                                + "<qti-simple-choice identifier=\"B\">&lt;b&gt;</qti-simple-choice>"
                                + "<qti-simple-choice identifier=\"C\"><![CDATA[1 < 2]]></qti-simple-choice></qti-choice-interaction>"));

        assertTrue(step.contains("stem: Who helps?"), step);
        assertTrue(step.contains("text: Owl") && step.contains("text: <b>") && step.contains("text: 1 < 2"), step);
        assertFalse(step.contains("x()"), step);
    }

    @Test
    void charactersThatATitleEscapesTwiceAreDecoded() {
        assertTrue(step(ITEM.replace("An item", "Owl&amp;rsquo;s book &amp;amp; pen"))
                .contains("title: Owl’s book & pen"));
    }

    @Test
    void aPictureInADataUrlIsImportedAsAFile() throws IOException {
        var taken =
                taken(essay("<p>Look.</p><img alt=\"A box\" src=\"data:image/png;base64," + png() + "\"><p>Then?</p>"));

        var step = GivenQti.tree(taken).get("steps").get(0).toString();
        assertTrue(step.contains("\"name\":\"A box\""), step);
        assertEquals(
                1,
                taken.folder().files().keySet().stream()
                        .filter(name -> name.matches("pictures/embedded.*\\.png"))
                        .count(),
                taken.folder().files().keySet().toString());
    }

    @Test
    void textAfterALargeDataUrlIsRead() {
        var step = step(essay("<img src=\"data:image/png;base64," + "A".repeat(300_000) + "\"><p>And then?</p>"));

        assertTrue(step.contains("prompt: And then?"), step);
    }

    @Test
    void aDataUrlThatIsNoSafePictureIsLeftOutAndReported() {
        var programme = Base64.getEncoder()
                .encodeToString("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>x()</script></svg>"
                        .getBytes(StandardCharsets.UTF_8));
        for (var source : new String[] {
            "data:image/svg+xml;base64," + programme,
            "data:image/png;base64,AAAA",
            "data:text/html;base64,AAAA",
            "data:image/png;base64,???"
        }) {
            var taken = taken(essay("<p>Look.</p><img src=\"" + source + "\">"));

            assertEquals(1, taken.folder().files().size(), source);
            assertTrue(
                    taken.report().lines().getFirst().lost().toString().contains("picture")
                            || taken.report()
                                    .lines()
                                    .getFirst()
                                    .lost()
                                    .toString()
                                    .contains("drawing"),
                    taken.report().toString());
        }
    }

    @Test
    void ofSeveralLanguagesEnglishIsReadOrElseTheFirst() {
        var spans =
                "<span lang=\"de\" class=\"multilang\">Hallo</span> <span lang=\"en\" class=\"multilang\">Hello</span> Owl";
        var marks = "{mlang fr}Bonjour{mlang}{mlang de}Hallo{mlang} Owl";

        assertTrue(step(essay(spans)).contains("prompt: Hello Owl"), step(essay(spans)));
        assertTrue(step(essay(marks)).contains("prompt: Bonjour Owl"), step(essay(marks)));
        assertTrue(taken(essay(spans)).report().lines().getFirst().lost().contains(LanguageFilter.OTHERS));
    }

    @Test
    void giftThatBeginsWithHtmlIsNotTakenForXml() {
        assertTrue(step("<p>Who <b>helps</b>?</p> {=Owl ~Nobody}").contains("kind: single-choice"));
    }
}
