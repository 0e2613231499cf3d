package uk.thinkuknow.exchange.content;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.exchange.formats.GivenArchive;
import uk.thinkuknow.exchange.formats.LessonImporter;
import uk.thinkuknow.exchange.formats.LessonZipImporterTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests that the import refuses XML that expands entities, fetches files or nests too deep, and survives broken items.
 */
class HostileXmlTest {
    private static final String ITEM = GivenQti.item3("single", "", "<p>Words.</p>");

    private static final String ATTRIBUTES =
            IntStream.range(0, 100).mapToObj(i -> " a" + i + "=\"\"").collect(Collectors.joining());

    static Stream<Arguments> files() {
        return Stream.of(
                arguments(
                        "laughs",
                        "<!DOCTYPE q [<!ENTITY a \"ha\">" + laughs() + "]>" + ITEM.replace("Words", "&z;"),
                        "type"),
                arguments(
                        "swells",
                        "<!DOCTYPE q [<!ENTITY a \"" + "a".repeat(100_000) + "\">]>"
                                + ITEM.replace("Words", "&a;".repeat(10_000)),
                        "type"),
                arguments(
                        "fetches a file",
                        "<!DOCTYPE q [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + ITEM.replace("Words", "&a;"),
                        "type"),
                arguments("fetches a page", "<!DOCTYPE q SYSTEM \"http://127.0.0.1:1/a.dtd\">" + ITEM, "type"),
                arguments(
                        "has parameters",
                        "<!DOCTYPE q [<!ENTITY % a SYSTEM \"file:///etc/passwd\"> %a;]>" + ITEM,
                        "type"),
                arguments("digs", "<quiz>" + "<a>".repeat(100_000), "into each other"),
                arguments(
                        "digs well-formed",
                        "<quiz>" + "<a>".repeat(5000) + "</a>".repeat(5000) + "</quiz>",
                        "into each other"),
                arguments(
                        "has a million parts",
                        "<quiz>" + "<a/>".repeat(1_000_000) + "</quiz>",
                        "more than 300,000 parts"),
                arguments(
                        "has many attributes",
                        "<quiz>" + ("<a" + ATTRIBUTES + "/>").repeat(4_000) + "</quiz>",
                        "more than 300,000 parts"),
                arguments(
                        "has many empty sections",
                        "<quiz>" + "<![CDATA[]]>".repeat(400_000) + "</quiz>",
                        "more than 300,000 parts"),
                arguments(
                        "has endless notes for teachers",
                        "<qti-assessment-test>"
                                + "<qti-rubric-block view=\"tutor\">Notes for the teacher.</qti-rubric-block>"
                                        .repeat(90_000)
                                + "</qti-assessment-test>",
                        "more text than a lesson can hold"),
                arguments("ends early", ITEM.substring(0, ITEM.length() - 30), "well-formed"),
                arguments("is of nobody's kind", "<html/>", "none that can be read"));
    }

    @ParameterizedTest(name = "XML that {0}")
    @MethodSource("files")
    void hostileXmlIsRefusedInTimeWithAReason(String what, String xml, String words) {
        var read = assertTimeoutPreemptively(
                Eventually.PATIENCE, () -> LessonImporter.read("x.xml", xml.getBytes(StandardCharsets.UTF_8)));

        var refused = assertInstanceOf(ImportResult.ImportRefusal.class, read, what);
        assertTrue(refused.why().contains(words), refused.why());
    }

    @Test
    void thePartsOfAllFilesOfAnArchiveAreCountedTogether() {
        var parts = IntStream.range(0, 90_000).mapToObj(i -> "<a" + i + "/>").collect(Collectors.joining());
        var archive = GivenArchive.with("0.xml", ITEM);
        for (int i = 1; i <= 4; i++) {
            archive.and(i + ".xml", ITEM.replace("<p>Words.</p>", "<p>Words.</p>" + parts));
        }

        var lines = LessonZipImporterTest.taken("a.zip", archive.zip()).report().lines();

        assertEquals(5, lines.size());
        assertTrue(lines.getLast().toString().contains("more than 300,000 parts"), lines.toString());
    }

    @Test
    void aTextWithManyEntitiesIsOnePart() {
        assertTrue(GivenQti.step(ITEM.replace("Words.", "Words" + "&#32;".repeat(400_000) + "."))
                .contains("Words"));
    }

    static Stream<String> openMarks() {
        return Stream.of(
                "{1:SHORTANSWER:",
                "{mlang en}",
                "<span class=\"multilang\" lang=\"en\">",
                "<span class=\"multilang\" lang=\"en\"><span ");
    }

    @ParameterizedTest
    @MethodSource("openMarks")
    void thousandsOfMarksWithoutAnEndAreReadInTime(String mark) {
        var xml =
                "<quiz><question type=\"cloze\"><name><text>Mine</text></name><questiontext format=\"html\"><text><![CDATA["
                        + mark.repeat(40_000) + "]]></text></questiontext></question></quiz>";
        assertTimeoutPreemptively(
                Eventually.PATIENCE, () -> LessonImporter.read("x.xml", xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anXIncludeIsNotFollowed() {
        var item = ITEM.replace(
                "Words.",
                "Words.<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\"/>");

        assertFalse(GivenQti.step(item).contains("root:"));
    }

    @Test
    void aDrawingWithADocumentTypeIsLeftOut() {
        var svg = "<!DOCTYPE svg [<!ENTITY a \"a\">]><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>";
        var zip = GivenArchive.with("a.xml", ITEM.replace("Words.", "Words. <img src=\"a.svg\" alt=\"A\"/>"))
                .and("a.svg", svg)
                .zip();

        var taken = LessonZipImporterTest.taken("a.zip", zip);

        assertFalse(taken.folder().files().containsKey("pictures/a.svg"));
        assertTrue(taken.report().lines().getFirst().lost().toString().contains("document type"));
    }

    @Test
    void brokenItemsAreReadInTimeWithoutAnException() {
        var chance = new Random(3);
        var items = Stream.of(
                        "choice",
                        "order",
                        "match",
                        "associate",
                        "gap-match",
                        "inline-choice",
                        "text-entry",
                        "hotspot",
                        "select-point",
                        "slider",
                        "hottext",
                        "graphic-order",
                        "graphic-associate",
                        "graphic-gap-match",
                        "extended-text",
                        "media",
                        "end-attempt",
                        "upload",
                        "drawing",
                        "custom",
                        "position-object")
                .flatMap(kind -> Stream.of(
                        "<p><qti-" + kind + "-interaction/></p>",
                        "<p>x<qti-" + kind
                                + "-interaction response-identifier=\"RESPONSE\"><qti-simple-choice/><qti-hotspot-choice/>"
                                + "<qti-gap-text/><qti-gap/></qti-" + kind + "-interaction></p>"))
                .toList();
        assertTimeoutPreemptively(Eventually.PATIENCE, () -> {
            for (var body : items) {
                for (var right : new String[] {"", "A", "A B", "A B C,,D E", " "}) {
                    LessonImporter.read(
                            "x.xml", GivenQti.item3("multiple", right, body).getBytes(StandardCharsets.UTF_8));
                }
            }
            for (int i = 0; i < 2000; i++) {
                var bytes = GivenQti.item3("multiple", "A B", items.get(i % items.size()))
                        .getBytes(StandardCharsets.UTF_8);
                bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(128);
                LessonImporter.read("x.xml", bytes);
            }
        });
    }

    /** Declares entities that each expand to ten times the one before: the "billion laughs" attack. */
    private static String laughs() {
        var entities = new StringBuilder();
        for (char name = 'b'; name <= 'z'; name++) {
            entities.append("<!ENTITY ")
                    .append(name)
                    .append(" \"")
                    .append(("&" + (char) (name - 1) + ";").repeat(10))
                    .append("\">");
        }
        return entities.toString();
    }
}
