package uk.thinkuknow.exchange.formats;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.exchange.content.GivenQti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.exchange.content.GivenQti.refused;
import static uk.thinkuknow.exchange.content.GivenQti.step;
import static uk.thinkuknow.exchange.content.GivenQti.taken;

/** Tests that the import turns each kind of Moodle XML question into the most similar kind of question or step. */
class MoodleXmlImporterTest {
    private static String quiz(String type, String text, String rest) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><quiz><question type=\"category\"><category><text>$course$/top/Staying"
                + " safe</text></category></question><question type=\"" + type
                + "\"><name><text>My question</text></name>"
                + "<questiontext format=\"html\"><text><![CDATA[" + text + "]]></text></questiontext>"
                + "<generalfeedback format=\"html\"><text>In <b>general</b>.</text></generalfeedback>" + rest
                + "</question></quiz>";
    }

    private static String answer(int worth, String text, String feedback) {
        return "<answer fraction=\"" + worth + "\" format=\"html\"><text>" + text
                + "</text><feedback format=\"html\"><text>" + feedback + "</text></feedback></answer>";
    }

    @Test
    void aSingleChoiceGetsTheCombinedFeedbackOfItsAuthorButNotMoodlesDefault() {
        var xml = quiz(
                "multichoice",
                "<p>A scene.</p><p>What is <em>best</em>?</p>",
                answer(100, "&lt;p&gt;This&lt;/p&gt;", "") + answer(50, "Nearly", "Near.") + answer(0, "That", "")
                        + "<single>true</single><shuffleanswers>1</shuffleanswers>"
                        + "<correctfeedback><text>Yes indeed.</text></correctfeedback>"
                        + "<incorrectfeedback><text>Your answer is incorrect.</text></incorrectfeedback>");

        var step = step(xml);

        assertTrue(step.contains("kind: single-choice") && step.contains("title: My question"), step);
        assertTrue(step.contains("scene: A scene.") && step.contains("stem: What is best?"), step);
        assertTrue(step.contains("text: This,\n      right: true,\n      feedback: Yes indeed."), step);
        assertTrue(step.contains("text: That,\n      feedback: "), step);
        assertTrue(step.contains("teacher-notes: In **general**."), step);
        assertFalse(step.contains("incorrect"), step);
        assertEquals(2, taken(xml).report().lines().getFirst().lost().size());
        assertEquals("Staying safe", GivenQti.tree(taken(xml)).get("title").asText());
    }

    @Test
    void thePictureOfAQuestionFromBeforeMoodle2IsImportedOrReportedAsMissing() {
        var drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>";
        var field = "<image>old/fox.svg</image>";
        var bytes = Base64.getEncoder().encodeToString(drawing.getBytes(StandardCharsets.UTF_8));
        var answers = answer(100, "Yes", "") + answer(0, "No", "");

        var with =
                taken(quiz("multichoice", "Who?", field + "<image_base64>\n" + bytes + "\n</image_base64>" + answers));
        var without = taken(quiz("multichoice", "Who?", field + answers));

        assertTrue(with.folder().files().containsKey("pictures/fox.svg"));
        assertEquals(
                "its picture fox.svg, which is not in the file",
                without.report().lines().getFirst().lost().getFirst());
    }

    @Test
    void severalRightAnswersBecomeAMultipleChoice() {
        var xml = quiz(
                "multichoice",
                "Which?",
                answer(50, "A", "") + answer(50, "B", "") + answer(-100, "C", "") + "<single>false</single>");

        assertTrue(step(xml).contains("kind: multiple-choice"), step(xml));
    }

    @Test
    void aTrueFalseQuestionKeepsItsAnswerAndBothFeedbacks() {
        var xml = quiz("truefalse", "It is so.", answer(0, "true", "No.") + answer(100, "false", "Yes."));

        assertTrue(step(xml).contains("right: false,\n    feedback-true: No.,\n    feedback-false: Yes."), step(xml));
    }

    @Test
    void matchingBecomesAMatchOrWithSharedPlacesASort() {
        var pair = "<subquestion format=\"html\"><text>ONE</text><answer><text>OTHER</text></answer></subquestion>";
        var matched = quiz(
                "matching",
                "Match.",
                pair
                        + pair.replace("ONE", "A").replace("OTHER", "B")
                        + pair.replace("ONE", "").replace("OTHER", "spare"));
        var sorted = quiz(
                "matching",
                "Sort.",
                pair + pair.replace("ONE", "A") + pair.replace("ONE", "B").replace("OTHER", "X"));

        assertTrue(step(matched).contains("kind: match"), step(matched));
        assertTrue(taken(matched).report().lines().getFirst().lost().contains("what belongs to nothing"));
        assertTrue(step(sorted).contains("kind: sort"), step(sorted));
    }

    @Test
    void draggedWordsAndPickedWordsBecomeTheSameGaps() {
        var text = "<p>Fill it.</p><p>The [[2]] sat on the [[1]].</p>";
        var boxes = "<BOX><text>mat</text><group>1</group></BOX><BOX><text>cat</text><group>1</group></BOX>"
                + "<BOX><text>dog</text><group>1</group></BOX>";

        var dragged = step(quiz("ddwtos", text, boxes.replace("BOX", "dragbox")));
        var picked = step(quiz("gapselect", text, boxes.replace("BOX", "selectoption")));

        assertTrue(
                dragged.contains("text: The [cat] sat on the [mat].") && dragged.contains("stem: Fill it."), dragged);
        assertEquals(dragged, picked);
    }

    @Test
    void clozeAnswersBecomeGapsAndUnsupportedOnesAreRefused() {
        var xml = quiz(
                "cloze",
                "<p>Match.<br />San Francisco: {1:MULTICHOICE:=California#OK~Arizona#Wrong}<br />"
                        + "Tucson: {1:MCV:California#Wrong~%100%Arizona#OK}. In {:SHORTANSWER:%100%Paris#Yes!~%50%Lyon~*#No} "
                        + "are {2:NM:=3:0.5} \\{braces\\}.</p>",
                "");

        var step = step(xml);

        assertTrue(step.contains("San Francisco: [california]\\n\\nTucson: [arizona]. In [paris] are [3]"), step);
        assertTrue(step.contains("stem: Match."), step);
        assertTrue(refused(quiz("cloze", "Fruits {1:MULTICHOICE:Pear#No}", "")).contains("which word is right"));
        assertTrue(refused(quiz("cloze", "Fruits {1:MULTIRESPONSE:=Pear~=Plum}", ""))
                .contains("several answers"));
        assertTrue(refused(quiz("cloze", "Nothing.", "")).contains("no gap"));
    }

    @Test
    void ordersTypedWordsAndNumbersAreImported() {
        var order = quiz(
                "ordering",
                "Order.",
                "<answer fraction=\"2.0\"><text>Second</text></answer>"
                        + "<answer fraction=\"1.0\"><text>First</text></answer><answer fraction=\"3.0\"><text>Third</text></answer>");
        var typed = quiz(
                "shortanswer",
                "Who is at _____?",
                answer(100, "home", "Yes.")
                        + answer(100, "at home", "")
                        + answer(0, "away", "Hm.")
                        + answer(0, "*", "No."));
        var number = quiz(
                "numerical",
                "How many?",
                answer(100, "12", "").replace("</answer>", "<tolerance>1</tolerance></answer>"));

        assertTrue(step(order).replaceAll("\\s+", " ").matches(".*First.*Second.*Third.*"), step(order));
        assertTrue(
                step(typed).contains("text: Who is at [home]?") && step(typed).contains("text: away"), step(typed));
        assertTrue(step(number).contains("text: [12]") && step(number).contains("stem: How many?"), step(number));
    }

    @Test
    void aDescriptionBecomesATextAndAnEssayAReflection() {
        assertTrue(step(quiz("description", "<p>Read <b>this</b>.</p>", "")).contains("text: Read **this**."));
        assertTrue(step(quiz("essay", "<p>Write.</p>", "")).contains("kind: reflection"));
    }

    @Test
    void questionTypesThatCannotBeImportedAreRefusedWithAReason() {
        assertTrue(refused(quiz("ddmarker", "x", "")).contains("laid on a picture"));
        assertTrue(refused(quiz("calculated", "x", "")).contains("by chance"));
        assertTrue(refused(quiz("stack", "x", "")).contains("no like here: stack"));
    }

    @Test
    void aDrawingIsImportedAndAMissingPictureIsReported() {
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>";
        var file = "<file name=\"my fox.svg\" encoding=\"base64\">"
                + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)) + "</file>";
        var xml = quiz(
                        "description",
                        "<p>See <img src=\"@@PLUGINFILE@@/my%20fox.svg\" alt=\"A fox\" /> and "
                                + "<img src=\"@@PLUGINFILE@@/a.png\" alt=\"A photo\" />.</p>",
                        "")
                .replace("</questiontext>", file + "</questiontext>");

        assertTrue(step(xml).contains("file: my-fox.svg,\n    name: A fox"), step(xml));
        assertTrue(taken(xml).folder().files().containsKey("pictures/my-fox.svg"));
        assertTrue(taken(xml).report().lines().getFirst().lost().toString().contains("a.png"));
    }

    @Test
    void aPhotographIsImportedAndABrokenOneIsReported() throws IOException {
        var dots = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 25, BufferedImage.TYPE_INT_RGB), "png", dots);
        var xml = quiz("description", "<p>See <img src=\"@@PLUGINFILE@@/my%20fox.png\" alt=\"A fox\" />.</p>", "");
        var good = "<file name=\"my fox.png\" encoding=\"base64\">"
                + Base64.getEncoder().encodeToString(dots.toByteArray()) + "</file></questiontext>";
        assertTrue(taken(xml.replace("</questiontext>", good)).folder().files().containsKey("pictures/my-fox.png"));
        var broken = "<file name=\"my fox.png\" encoding=\"base64\">AAAA</file></questiontext>";
        var report = taken(xml.replace("</questiontext>", broken)).report();
        assertTrue(report.lines().getFirst().lost().toString().contains("cannot be read as a picture"));
    }
}
