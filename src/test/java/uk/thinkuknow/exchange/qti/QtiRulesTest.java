package uk.thinkuknow.exchange.qti;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.exchange.content.GivenQti;
import uk.thinkuknow.exchange.formats.GivenArchive;
import uk.thinkuknow.exchange.formats.LessonZipImporterTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.exchange.content.GivenQti.item3;
import static uk.thinkuknow.exchange.content.GivenQti.step;
import static uk.thinkuknow.exchange.content.GivenQti.taken;

/** Tests the import of QTI items that give right answers, feedback, texts or pictures in unusual ways. */
class QtiRulesTest {
    private static final String CHOICES = """
            <qti-simple-choice identifier="A">a</qti-simple-choice><qti-simple-choice identifier="B">b</qti-simple-choice>
            <qti-simple-choice identifier="C">c</qti-simple-choice>""";

    private static String choice(String response) {
        return "<qti-choice-interaction response-identifier=\"" + response
                + "\" max-choices=\"3\"><qti-prompt>Which?</qti-prompt>" + CHOICES + "</qti-choice-interaction>";
    }

    /** Returns an item that gives its right answer only by its rules. */
    private static String ruled(String cardinality, String body, String rules) {
        return item3(cardinality, "", body)
                .replace("<qti-correct-response></qti-correct-response>", "")
                .replace(
                        "</qti-assessment-item>",
                        "<qti-response-processing>" + rules + "</qti-response-processing></qti-assessment-item>");
    }

    private static String earns(String condition) {
        return "<qti-response-condition><qti-response-if>" + condition
                + "<qti-set-outcome-value identifier=\"SCORE\"><qti-base-value base-type=\"float\">1</qti-base-value>"
                + "</qti-set-outcome-value></qti-response-if></qti-response-condition>";
    }

    private static String value(String value) {
        return "<qti-base-value base-type=\"identifier\">" + value + "</qti-base-value>";
    }

    private static final String GIVEN = "<qti-variable identifier=\"RESPONSE\"/>";

    @Test
    void answersThatEarnMarksAreRightIfNothingElseSaysSo() {
        var one = step(ruled("single", choice("RESPONSE"), earns("<qti-match>" + GIVEN + value("B") + "</qti-match>")));
        var several = step(
                ruled("multiple", choice("RESPONSE"), earns("<qti-match>" + GIVEN + value("A\n C") + "</qti-match>")));

        assertTrue(one.contains("key: b,\n      text: b,\n      right: true"), one);
        assertTrue(several.contains("kind: multiple-choice"), several);
        assertTrue(several.contains("key: a,\n      text: a,\n      right: true"), several);
        assertTrue(several.contains("key: c,\n      text: c,\n      right: true"), several);
        assertFalse(several.contains("key: b,\n      text: b,\n      right: true"), several);
    }

    @Test
    void ofAlternativeRightAnswersTheFirstIsTakenAndTheOthersAreReported() {
        var item = ruled(
                "multiple",
                choice("RESPONSE"),
                earns("<qti-match>" + GIVEN + value("A B") + "</qti-match>")
                        + earns("<qti-match>" + GIVEN + value("B C") + "</qti-match>"));

        assertFalse(step(item).contains("text: c,\n      right: true"), step(item));
        assertTrue(taken(item).report().lines().getFirst().lost().toString().contains("right as well"));
    }

    @Test
    void aNegatedRuleOrOneWithoutMarksMakesNoAnswerRight() {
        var denied = earns("<qti-not><qti-match>" + GIVEN + value("B") + "</qti-match></qti-not>");
        var worthless =
                earns("<qti-match>" + GIVEN + value("A") + "</qti-match>").replace(">1<", ">0<");

        assertTrue(step(ruled("single", choice("RESPONSE"), denied)).contains("kind: poll"));
        assertTrue(step(ruled("single", choice("RESPONSE"), worthless)).contains("kind: poll"));
    }

    @Test
    void anOrderMayBeGivenByOneRuleForEachPosition() {
        var rules = "";
        for (var place : new String[] {"2 A", "1 C", "3 B"}) {
            rules += earns("<qti-match><qti-index n=\"" + place.charAt(0) + "\">" + GIVEN + "</qti-index>"
                    + value(place.substring(2)) + "</qti-match>");
        }
        var step = step(ruled(
                "ordered",
                "<qti-order-interaction response-identifier=\"RESPONSE\"><qti-prompt>Order.</qti-prompt>" + CHOICES
                        + "</qti-order-interaction>",
                rules));

        assertTrue(step.contains("kind: put-in-order"), step);
        assertTrue(
                step.indexOf("text: c") < step.indexOf("text: a") && step.indexOf("text: a") < step.indexOf("text: b"),
                step);
    }

    @Test
    void aRuleWithAToleranceGivesTheWordOfAGap() {
        var step = step(ruled(
                "single",
                "<p>It boils at <qti-text-entry-interaction response-identifier=\"RESPONSE\"/> degrees.</p>",
                earns("<qti-equal tolerance-mode=\"absolute\" tolerance=\"1\">" + value("100") + GIVEN
                        + "</qti-equal>")));

        assertTrue(step.contains("text: It boils at [100] degrees."), step);
    }

    private static final String TWO = """
            <p>The story.</p>FIRST<p>Her name was <qti-inline-choice-interaction response-identifier="R2">
            <qti-inline-choice identifier="P">Please choose...</qti-inline-choice>
            <qti-inline-choice identifier="X">Owl</qti-inline-choice><qti-inline-choice identifier="Y">Otter</qti-inline-choice>
            </qti-inline-choice-interaction>.</p>
            <p><qti-feedback-inline outcome-identifier="F" identifier="ok1">One is well.</qti-feedback-inline>
            <qti-feedback-inline outcome-identifier="F" identifier="no1">One is not.</qti-feedback-inline>
            <qti-feedback-inline outcome-identifier="F" identifier="ok2">Two is well.</qti-feedback-inline></p>""";

    private static String told(String response, String right, String wrong) {
        var told = "<qti-set-outcome-value identifier=\"F\">";
        return "<qti-response-condition><qti-response-if><qti-match><qti-variable identifier=\"" + response
                + "\"/><qti-correct identifier=\"" + response + "\"/></qti-match>" + told + value(right)
                + "</qti-set-outcome-value></qti-response-if><qti-response-else>" + told + value(wrong)
                + "</qti-set-outcome-value></qti-response-else></qti-response-condition>";
    }

    @Test
    void severalQuestionsAreImportedInOrderEachWithItsOwnFeedback() {
        var item = item3("single", "A", TWO.replace("FIRST", choice("RESPONSE")))
                .replace(
                        "<qti-outcome",
                        "<qti-response-declaration identifier=\"R2\" cardinality=\"single\" base-type=\"identifier\"><qti-correct-response>"
                                + "<qti-value>Y</qti-value></qti-correct-response></qti-response-declaration><qti-outcome")
                .replace(
                        "</qti-assessment-item>",
                        "<qti-response-processing>" + told("RESPONSE", "ok1", "no1") + told("R2", "ok2", "none")
                                + "</qti-response-processing></qti-assessment-item>");

        var steps = GivenQti.tree(taken(item)).get("steps");

        assertEquals(
                "single-choice, fill-the-gap",
                taken(item).report().lines().getFirst().became());
        var one = steps.get(0).toString();
        var other = steps.get(1).toString();
        assertTrue(one.contains("\"scene\":\"The story.\"") && !one.contains("Her name"), one);
        assertTrue(one.contains("One is well.") && one.contains("One is not.") && !one.contains("Two"), one);
        assertTrue(other.contains("Her name was [y].") && other.contains("Two is well."), other);
        assertFalse(other.contains("One is") || other.contains("The story"), other);
    }

    @Test
    void aListEntryThatOnlyAsksToChooseIsNotOffered() {
        var item = item3("single", "Y", TWO.replace("FIRST", "").replace("R2", "RESPONSE"));

        assertFalse(step(item).contains("Please choose"), step(item));
        assertTrue(step(item).contains("text: Otter"), step(item));
    }

    @Test
    void feedbackForAWrongMatchIsGivenToNoPairAndBecomesTeacherNotes() {
        var item = item3("multiple", "A C,B D", """
                <qti-match-interaction response-identifier="RESPONSE"><qti-prompt>Match.</qti-prompt><qti-simple-match-set>
                <qti-simple-associable-choice identifier="A">a</qti-simple-associable-choice>
                <qti-simple-associable-choice identifier="B">b</qti-simple-associable-choice></qti-simple-match-set>
                <qti-simple-match-set><qti-simple-associable-choice identifier="C">c</qti-simple-associable-choice>
                <qti-simple-associable-choice identifier="D">d</qti-simple-associable-choice></qti-simple-match-set>
                </qti-match-interaction>""")
                .replace("directed", "directed")
                .replace("</qti-assessment-item>", """
                <qti-response-processing>RULES</qti-response-processing>
                <qti-modal-feedback identifier="no1" outcome-identifier="F" show-hide="show">All wrong.</qti-modal-feedback>
                </qti-assessment-item>""".replace("RULES", told("RESPONSE", "ok1", "no1")));

        var step = step(item);

        assertTrue(step.contains("kind: match") && step.contains("partner: c,\n      feedback: \n"), step);
        assertTrue(step.contains("teacher-notes: All wrong."), step);
    }

    @Test
    void aChoiceMarkedAsLikertBecomesAScale() {
        var item = item3("single", "", "<div class=\"likert\">" + choice("RESPONSE") + "</div>");

        assertTrue(step(item).contains("kind: scale"), step(item));
    }

    @Test
    void anEmbeddedPageIsReadFromThePackageAndNotFromTheWeb() {
        var item = item3(
                "single",
                "A",
                "<object type=\"text/html\" data=\"a/story.html\"></object><object type=\"text/html\" data=\"https://x.example/b.html\"></object>"
                        + choice("RESPONSE"));
        var page =
                "<html><head><title>No</title><style>p{}</style></head><body><p>Owl <b>flew</b>.</p><script>x()</script></body></html>";

        var taken = LessonZipImporterTest.taken(
                "a.zip",
                GivenArchive.with("item.xml", item).and("a/story.html", page).zip());

        var step = GivenQti.tree(taken).get("steps").get(0);
        assertEquals("Owl **flew**.", step.get("scene").asText().strip());
    }

    @Test
    void aTooltipIsLeftOutOfTheText() {
        var step = step(item3(
                "single",
                "A",
                "<p>The <span data-role=\"tooltip-target\">otter</span><span data-role=\"tooltip-content\">a beast</span> swam.</p>"
                        + choice("RESPONSE")));

        assertTrue(step.contains("scene: The otter swam."), step);
    }

    @Test
    void ofAPictureInTwoFormatsTheOneThatCanBeShownIsImported() throws IOException {
        var item = item3(
                "single",
                "A",
                "<p><object type=\"image/eps\" data=\"a.eps\"><object type=\"image/png\" data=\"a.png\">A box</object></object></p>"
                        + choice("RESPONSE"));

        var taken = LessonZipImporterTest.taken(
                "a.zip",
                GivenArchive.with("item.xml", item).and("a.png", png(30, 20)).zip());

        assertTrue(
                taken.folder().files().containsKey("pictures/a.png"),
                taken.report().toString());
    }

    @Test
    void aPhotographWithHotspotsIsFittedInto640By400WithItsSpots() throws IOException {
        var item = item3("single", "A", """
                <qti-hotspot-interaction response-identifier="RESPONSE" max-choices="1"><qti-prompt>Where?</qti-prompt>
                <img src="a.png" width="100" height="100" alt="A field"/>
                <qti-hotspot-choice identifier="A" shape="rect" coords="0,0,50,50"/>
                <qti-hotspot-choice identifier="B" shape="rect" coords="50,50,100,100"/></qti-hotspot-interaction>""");

        var taken = LessonZipImporterTest.taken(
                "a.zip",
                GivenArchive.with("item.xml", item).and("a.png", png(100, 100)).zip());

        var question = GivenQti.tree(taken).get("steps").get(0).get("question");
        var file = question.get("picture").get("file").asText();
        var scene = ImageIO.read(new ByteArrayInputStream(taken.folder().bytes("pictures/" + file)));
        assertEquals(scene.getWidth() * 5, scene.getHeight() * 8);
        // 100 by 100 becomes 400 by 400 in the middle of 640 by 400.
        assertEquals(120, question.get("spots").get(0).get("x").asInt());
        assertEquals(200, question.get("spots").get(0).get("width").asInt());
        assertEquals(Color.WHITE.getRGB(), scene.getRGB(2, scene.getHeight() / 2));
        assertEquals(Color.BLACK.getRGB(), scene.getRGB(scene.getWidth() / 2, scene.getHeight() / 2));
    }

    private static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
