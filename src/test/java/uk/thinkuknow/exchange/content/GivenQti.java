package uk.thinkuknow.exchange.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import uk.thinkuknow.curriculum.files.ModuleYaml;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.exchange.formats.LessonImporter;
import uk.thinkuknow.exchange.formats.LessonZipImporterTest;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** Writes QTI items for tests, and imports them. */
public final class GivenQti {
    private GivenQti() {}

    /**
     * Returns a QTI 3 item with one response.
     *
     * @param right the values of the right answer, separated by commas
     */
    public static String item3(String cardinality, String right, String body) {
        var values = new StringBuilder();
        for (var value : right.isEmpty() ? new String[0] : right.split(",")) {
            values.append("<qti-value>").append(value).append("</qti-value>");
        }
        return """
                <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="item-1" \
                title="An item" adaptive="false" time-dependent="false">
                <qti-response-declaration identifier="RESPONSE" cardinality="CARDINALITY" base-type="identifier">
                <qti-correct-response>VALUES</qti-correct-response></qti-response-declaration>
                <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
                <qti-item-body>BODY</qti-item-body></qti-assessment-item>
                """.replace("CARDINALITY", cardinality).replace("VALUES", values).replace("BODY", body);
    }

    /** Returns such an item in QTI 2.1; the body must be QTI 2 markup. */
    static String item21(String cardinality, String right, String body) {
        return item3(cardinality, right, "BODY")
                .replace("imsqtiasi_v3p0", "imsqti_v2p1")
                .replace("qti-assessment-item", "assessmentItem")
                .replace("qti-response-declaration", "responseDeclaration")
                .replace("qti-correct-response", "correctResponse")
                .replace("qti-value", "value")
                .replace("qti-outcome-declaration", "outcomeDeclaration")
                .replace("qti-item-body", "itemBody")
                .replace("base-type", "baseType")
                .replace("time-dependent", "timeDependent")
                .replace("BODY", body);
    }

    public static ImportResult.ImportedLesson taken(String xml) {
        return LessonZipImporterTest.taken("items.xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Imports a file that is refused, and returns the reason. */
    public static String refused(String xml) {
        var read = LessonImporter.read("items.xml", xml.getBytes(StandardCharsets.UTF_8));
        return assertInstanceOf(ImportResult.ImportRefusal.class, read, read.toString())
                .why();
    }

    public static ObjectNode tree(ImportResult.ImportedLesson taken) {
        return ModuleYaml.tree(taken.folder().bytes(LessonFolder.MODULE));
    }

    /** Imports a file and returns its first step as text, one field a line, such as {@code kind: poll}. */
    public static String step(String xml) {
        return tree(taken(xml))
                .get("steps")
                .get(0)
                .toPrettyString()
                .replace("\"", "")
                .replace(" : ", ": ");
    }
}
