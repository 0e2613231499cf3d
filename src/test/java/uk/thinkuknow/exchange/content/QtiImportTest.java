package uk.thinkuknow.exchange.content;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.exchange.formats.GivenArchive;
import uk.thinkuknow.exchange.formats.LessonZipImporterTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.exchange.content.GivenQti.item21;
import static uk.thinkuknow.exchange.content.GivenQti.item3;
import static uk.thinkuknow.exchange.content.GivenQti.refused;
import static uk.thinkuknow.exchange.content.GivenQti.step;
import static uk.thinkuknow.exchange.content.GivenQti.taken;

/** Tests that the import turns each kind of QTI interaction into the most similar kind of question or step. */
class QtiImportTest {
    @Test
    void aSingleChoiceIsImportedAlikeFromQti2AndQti3() {
        var three = item3("single", "B", """
                <p>Look at the sign.</p>
                <qti-choice-interaction response-identifier="RESPONSE" max-choices="1" shuffle="true">
                <qti-prompt>What does it <em>say</em>?</qti-prompt>
                <qti-simple-choice identifier="A">Stay</qti-simple-choice>
                <qti-simple-choice identifier="B">Go<qti-feedback-inline outcome-identifier="FEEDBACK" identifier="B"
                show-hide="show">Yes. It says so.</qti-feedback-inline></qti-simple-choice>
                </qti-choice-interaction>""");
        var two = item21("single", "B", """
                <p>Look at the sign.</p>
                <choiceInteraction responseIdentifier="RESPONSE" maxChoices="1" shuffle="true">
                <prompt>What does it <em>say</em>?</prompt>
                <simpleChoice identifier="A">Stay</simpleChoice>
                <simpleChoice identifier="B">Go<feedbackInline outcomeIdentifier="FEEDBACK" identifier="B"
                showHide="show">Yes. It says so.</feedbackInline></simpleChoice>
                </choiceInteraction>""");

        assertEquals(step(three), step(two));
        assertTrue(step(three).contains("kind: single-choice"), step(three));
        assertTrue(step(three).contains("scene: Look at the sign."), step(three));
        assertTrue(step(three).contains("stem: What does it say?"), step(three));
        assertTrue(
                step(three).contains("text: Go,\n      right: true,\n      feedback: Yes. It says so."), step(three));
        assertEquals("QTI 3.0", taken(three).report().format());
        assertEquals("QTI 2.1", taken(two).report().format());
        assertTrue(taken(two).report().lines().getFirst().lost().contains("the mixed order of its answers"));
    }

    @Test
    void aChoiceWithMarksForEachAnswerBecomesAMultipleChoice() {
        var item = item3("multiple", "", "BODY")
                .replace("<qti-correct-response></qti-correct-response>", """
                        <qti-mapping default-value="-1"><qti-map-entry map-key="H" mapped-value="1"/>
                        <qti-map-entry map-key="O" mapped-value="1"/><qti-map-entry map-key="C" mapped-value="-1"/>
                        </qti-mapping>""")
                .replace("BODY", """
                        <qti-choice-interaction response-identifier="RESPONSE" max-choices="0">
                        <qti-prompt>What is in water?</qti-prompt>
                        <qti-simple-choice identifier="H">Hydrogen</qti-simple-choice>
                        <qti-simple-choice identifier="O">Oxygen</qti-simple-choice>
                        <qti-simple-choice identifier="C">Chlorine</qti-simple-choice></qti-choice-interaction>""");

        assertTrue(step(item).contains("kind: multiple-choice"), step(item));
        assertEquals(2, step(item).split("right: true", -1).length - 1);
        assertTrue(taken(item).report().lines().getFirst().lost().toString().contains("right in part"));
    }

    @Test
    void aChoiceOfTrueOrFalseBecomesATrueOrFalseQuestion() {
        var item = item3("single", "f", """
                <qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><qti-prompt>Fish fly.</qti-prompt>
                <qti-simple-choice identifier="t">True</qti-simple-choice>
                <qti-simple-choice identifier="f">False</qti-simple-choice></qti-choice-interaction>""");

        assertTrue(step(item).contains("kind: true-false"), step(item));
        assertTrue(step(item).contains("right: false"), step(item));
    }

    @Test
    void aChoiceWithoutARightAnswerBecomesAPoll() {
        var item = item3("single", "", """
                <qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><qti-prompt>Which is best?</qti-prompt>
                <qti-simple-choice identifier="a">Red</qti-simple-choice>
                <qti-simple-choice identifier="b">Blue</qti-simple-choice></qti-choice-interaction>""");

        assertTrue(step(item).contains("kind: poll"), step(item));
    }

    @Test
    void feedbackIsAssignedByTheUsualResponseRules() {
        var item = item3("single", "A", """
                <qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><qti-prompt>Which?</qti-prompt>
                <qti-simple-choice identifier="A">One</qti-simple-choice>
                <qti-simple-choice identifier="B">Two</qti-simple-choice>
                <qti-simple-choice identifier="C">Three</qti-simple-choice></qti-choice-interaction>""").replace("</qti-item-body>", """
                        </qti-item-body><qti-response-processing><qti-response-condition><qti-response-if><qti-match>
                        <qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-match>
                        <qti-set-outcome-value identifier="FB"><qti-base-value base-type="identifier">well</qti-base-value>
                        </qti-set-outcome-value></qti-response-if><qti-response-else-if><qti-match>
                        <qti-variable identifier="RESPONSE"/><qti-base-value base-type="identifier">C</qti-base-value>
                        </qti-match><qti-set-outcome-value identifier="FB"><qti-base-value base-type="identifier">near
                        </qti-base-value></qti-set-outcome-value></qti-response-else-if><qti-response-else>
                        <qti-set-outcome-value identifier="FB"><qti-base-value base-type="identifier">again</qti-base-value>
                        </qti-set-outcome-value></qti-response-else></qti-response-condition></qti-response-processing>
                        <qti-modal-feedback outcome-identifier="FB" show-hide="show" identifier="well">
                        <qti-content-body><p>Well done.</p></qti-content-body></qti-modal-feedback>
                        <qti-modal-feedback outcome-identifier="FB" show-hide="show" identifier="near">Near.</qti-modal-feedback>
                        <qti-modal-feedback outcome-identifier="FB" show-hide="show" identifier="again">Look again.
                        </qti-modal-feedback><qti-modal-feedback outcome-identifier="X" show-hide="show" identifier="why">Why
                        so.</qti-modal-feedback>""");

        var step = step(item);

        assertTrue(step.contains("right: true,\n      feedback: Well done."), step);
        assertTrue(step.contains("text: Two,\n      feedback: Look again."), step);
        assertTrue(step.contains("text: Three,\n      feedback: Near."), step);
        assertTrue(step.contains("teacher-notes: Why so."), step);
    }

    @Test
    void withoutAPromptTheParagraphBeforeTheAnswersIsTheQuestion() {
        var item = item3("single", "A", """
                <div><p>A story.</p><p>Who is it?</p></div>
                <qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
                <qti-simple-choice identifier="A">Owl</qti-simple-choice><qti-simple-choice identifier="B">Fox</qti-simple-choice>
                </qti-choice-interaction><p>Take your time.</p>""");

        assertTrue(step(item).contains("stem: Who is it?"), step(item));
        assertTrue(step(item).contains("scene: A story.\\n\\nTake your time."), step(item));
    }

    @Test
    void anOrderInteractionIsImportedInItsRightOrder() {
        var item = item3("ordered", "c,a,b", """
                <qti-order-interaction response-identifier="RESPONSE" shuffle="true"><qti-prompt>Order.</qti-prompt>
                <qti-simple-choice identifier="a">Second</qti-simple-choice>
                <qti-simple-choice identifier="b">Third</qti-simple-choice>
                <qti-simple-choice identifier="c">First</qti-simple-choice></qti-order-interaction>""");

        assertTrue(step(item).contains("kind: put-in-order"), step(item));
        assertTrue(
                step(item).replaceAll("\\s+", " ").matches(".*text: First .*text: Second .*text: Third .*"),
                step(item));
    }

    private static final String MATCH = """
            <qti-match-interaction response-identifier="RESPONSE"><qti-prompt>Match.</qti-prompt><qti-simple-match-set>
            <qti-simple-associable-choice identifier="C" match-max="1">Capulet</qti-simple-associable-choice>
            <qti-simple-associable-choice identifier="D" match-max="1">Demetrius</qti-simple-associable-choice>
            <qti-simple-associable-choice identifier="L" match-max="1">Lysander</qti-simple-associable-choice>
            </qti-simple-match-set><qti-simple-match-set>
            <qti-simple-associable-choice identifier="R" match-max="4">Romeo</qti-simple-associable-choice>
            <qti-simple-associable-choice identifier="M" match-max="4">Dream</qti-simple-associable-choice>
            <qti-simple-associable-choice identifier="T" match-max="4">Tempest</qti-simple-associable-choice>
            </qti-simple-match-set></qti-match-interaction>""";

    @Test
    void aMatchInteractionBecomesAMatchOrASortAndManyToManyIsRefused() {
        var matched = step(item3("multiple", "C R,D M,L T", MATCH));
        var sorted = item3("multiple", "C R,D M,L M", MATCH);

        assertTrue(matched.contains("kind: match") && matched.contains("partner: Tempest"), matched);
        assertTrue(step(sorted).contains("kind: sort") && step(sorted).contains("group: m"), step(sorted));
        assertTrue(taken(sorted).report().lines().getFirst().lost().contains("what belongs to nothing"));
        assertTrue(refused(item3("multiple", "C R,C M,D M", MATCH)).contains("several places"));
    }

    @Test
    void associationsWithOnePartnerEachBecomeAMatch() {
        var choices = """
                <qti-associate-interaction response-identifier="RESPONSE" max-associations="2"><qti-prompt>Rivals?</qti-prompt>
                <qti-simple-associable-choice identifier="A" match-max="1">Antonio</qti-simple-associable-choice>
                <qti-simple-associable-choice identifier="P" match-max="1">Prospero</qti-simple-associable-choice>
                <qti-simple-associable-choice identifier="C" match-max="1">Capulet</qti-simple-associable-choice>
                <qti-simple-associable-choice identifier="M" match-max="1">Montague</qti-simple-associable-choice>
                </qti-associate-interaction>""";

        assertTrue(step(item3("multiple", "A P,C M", choices)).contains("kind: match"));
    }

    @Test
    void aGapMatchBecomesAFillTheGapQuestion() {
        var item = item3("multiple", "W G1,Su G2", """
                <qti-gap-match-interaction response-identifier="RESPONSE"><qti-prompt>Fill it.</qti-prompt>
                <qti-gap-text identifier="W" match-max="1">winter</qti-gap-text>
                <qti-gap-text identifier="Sp" match-max="1">spring</qti-gap-text>
                <qti-gap-text identifier="Su" match-max="1">summer</qti-gap-text>
                <blockquote><p>Now is the <qti-gap identifier="G1"/> of our discontent<br/> Made glorious
                <qti-gap identifier="G2"/> by this [sun] of York;</p></blockquote></qti-gap-match-interaction>""");

        var step = step(item);

        assertTrue(step.contains("kind: fill-the-gap") && step.contains("stem: Fill it."), step);
        assertTrue(step.contains("Now is the [w] of our discontent"), step);
        assertTrue(step.contains("Made glorious [su] by this (sun) of York;"), step);
        assertTrue(step.contains("text: spring"), step);
    }

    @Test
    void aGapMatchWithSeveralWordsInAGapBecomesASort() {
        var item = item3("multiple", "a G1,b G1,c G2", """
                <qti-gap-match-interaction response-identifier="RESPONSE"><qti-prompt>Sort.</qti-prompt>
                <qti-gap-text identifier="a" match-max="1">whale</qti-gap-text>
                <qti-gap-text identifier="b" match-max="1">dog</qti-gap-text>
                <qti-gap-text identifier="c" match-max="1">trout</qti-gap-text>
                <p>Mammals: <qti-gap identifier="G1"/></p><p>Fish: <qti-gap identifier="G2"/></p>
                </qti-gap-match-interaction>""");

        assertTrue(step(item).contains("kind: sort") && step(item).contains("text: Mammals:"), step(item));
    }

    @Test
    void anInlineChoiceBecomesAGapInItsText() {
        var item = item3("single", "Y", """
                <p>Read the lines.</p><p>Now is the winter made glorious by this sun of
                <qti-inline-choice-interaction response-identifier="RESPONSE" shuffle="false">
                <qti-inline-choice identifier="G">Gloucester</qti-inline-choice>
                <qti-inline-choice identifier="Y">York</qti-inline-choice></qti-inline-choice-interaction>.</p>""");

        var step = step(item);
        assertTrue(step.contains("text: Now is the winter made glorious by this sun of [y]."), step);
        assertTrue(step.contains("stem: Read the lines."), step);
    }

    @Test
    void aTextEntryBecomesAGapOrWithoutARightAnswerAReflection() {
        var typed = item3("single", "York,york", """
                <p>Sun of <qti-text-entry-interaction response-identifier="RESPONSE" expected-length="15"/>!</p>""");
        var free = item3("single", "", """
                <p>My name: <qti-text-entry-interaction response-identifier="RESPONSE"/></p>""");

        assertTrue(step(typed).contains("kind: fill-the-gap") && step(typed).contains("Sun of [york]!"), step(typed));
        assertTrue(step(free).contains("kind: reflection"), step(free));
    }

    @Test
    void anExtendedTextBecomesAReflection() {
        var item = item3("single", "", """
                <p>Read the postcard.</p><qti-extended-text-interaction response-identifier="RESPONSE" expected-lines="5">
                <qti-prompt>What would you write back?</qti-prompt></qti-extended-text-interaction>""");

        assertTrue(step(item).contains("kind: reflection"), step(item));
        assertTrue(step(item).contains("prompt: Read the postcard.\\n\\nWhat would you write back?"), step(item));
    }

    @Test
    void clickableWordsBecomeAChoiceAndTheirTextItsScene() {
        var item = item3("single", "B", """
                <qti-hottext-interaction response-identifier="RESPONSE" max-choices="1"><qti-prompt>Which word is wrong?</qti-prompt>
                <p>I <qti-hottext identifier="A">have</qti-hottext> went <qti-hottext identifier="B">home</qti-hottext>.</p>
                </qti-hottext-interaction>""");

        assertTrue(step(item).contains("scene: I have went home."), step(item));
        assertTrue(step(item).contains("kind: single-choice"), step(item));
    }

    @Test
    void aSliderBecomesAScale() {
        var item = item3("single", "", """
                <qti-slider-interaction response-identifier="RESPONSE" lower-bound="0" upper-bound="100" step="10">
                <qti-prompt>How sure?</qti-prompt></qti-slider-interaction>""");

        assertTrue(step(item).contains("kind: scale") && step(item).contains("text: 25"), step(item));
    }

    @Test
    void aDrawingWithHotspotsIsFittedInto640By400WithItsSpots() {
        var svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"700\" viewBox=\"0 0 700 550\"><path d=\"M0 0\"/></svg>";
        var item = item3("single", "H", """
                <qti-hotspot-interaction response-identifier="RESPONSE" max-choices="1"><qti-prompt>Which one?</qti-prompt>
                <img src="images/map%20one.svg" width="700" height="550" alt="A map"/>
                <qti-hotspot-choice identifier="R" shape="circle" coords="418,29,40"/>
                <qti-hotspot-choice identifier="H" shape="rect" coords="500,300,600,400" hotspot-label="Highland"/>
                <qti-hotspot-choice identifier="P" shape="poly" coords="10,300,60,300,60,410"/></qti-hotspot-interaction>""");
        var zip = GivenArchive.with("items/a.xml", item)
                .and("items/images/map one.svg", svg)
                .zip();

        var taken = LessonZipImporterTest.taken("a.zip", zip);

        var step = GivenQti.tree(taken).get("steps").get(0).toString();
        assertTrue(step.contains("\"kind\":\"spot-it\""), step);
        assertTrue(
                step.contains(
                        "{\"key\":\"h\",\"text\":\"Highland\",\"x\":429,\"y\":218,\"width\":73,\"height\":73,\"right\":true"),
                step);
        var scene = new String(taken.folder().bytes("pictures/map-one.svg"), StandardCharsets.UTF_8);
        assertTrue(scene.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 400\"><svg "), scene);
    }

    @Test
    void aPointToSelectBecomesASpotItQuestionAndItsMissingPictureIsReported() {
        var item = item3("single", "", """
                <qti-select-point-interaction response-identifier="RESPONSE" max-choices="1"><qti-prompt>Where?</qti-prompt>
                <object type="image/png" data="uk.png" width="206" height="280">UK map</object></qti-select-point-interaction>""")
                .replace(
                        "<qti-correct-response></qti-correct-response>",
                        "<qti-area-mapping><qti-area-map-entry shape=\"circle\" coords=\"77,115,30\" mapped-value=\"1\"/></qti-area-mapping>");

        assertTrue(step(item).contains("kind: spot-it") && step(item).contains("name: UK map"), step(item));
        assertTrue(taken(item).report().lines().getFirst().lost().toString().contains("uk.png"));
    }

    @Test
    void anItemWithSeveralQuestionsBecomesSeveralSteps() {
        var item = item3("single", "A", """
                <p>The story.</p>
                <qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><qti-prompt>One?</qti-prompt>
                <qti-simple-choice identifier="A">a</qti-simple-choice><qti-simple-choice identifier="B">b</qti-simple-choice>
                </qti-choice-interaction><qti-extended-text-interaction response-identifier="R2"><qti-prompt>Why?</qti-prompt>
                </qti-extended-text-interaction>""");

        assertEquals(
                "single-choice, reflection",
                taken(item).report().lines().getFirst().became());
        assertEquals(2, GivenQti.tree(taken(item)).get("steps").size());
    }

    @Test
    void itemsThatCannotBeImportedAreRefusedWithAReason() {
        assertTrue(refused(item3("single", "", "<qti-upload-interaction response-identifier=\"RESPONSE\"/>"))
                .contains("handed in"));
        assertTrue(refused(item3("single", "", "<qti-portable-custom-interaction response-identifier=\"RESPONSE\"/>"))
                .contains("programme"));
        assertTrue(refused(item3("single", "", "<p> </p>")).contains("neither"));
        assertTrue(refused(item3("single", "", "<p>x</p>").replace("adaptive=\"false\"", "adaptive=\"true\""))
                .contains("attempts"));
        assertTrue(refused(item3("multiple", "A B", """
                <qti-graphic-associate-interaction response-identifier="RESPONSE"><qti-prompt>Routes?</qti-prompt>
                <img src="uk.svg" alt="UK"/><qti-associable-hotspot shape="circle" coords="1,1,1" identifier="A"/>
                <qti-associable-hotspot shape="circle" coords="9,9,1" identifier="B"/></qti-graphic-associate-interaction>""")).contains("no names"));
        assertTrue(refused("<questestinterop/>").contains("QTI 1.2"));
    }

    @Test
    void scriptsAndLinksAreDroppedAndMarkdownSignsAreEscaped() {
        var item = item3("single", "A", """
                <p onclick="steal()">Look <a href="https://evil.example">here</a>.<script>steal()</script></p>
                <div style="color:red">A * star and _more_</div>
                <qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
                <qti-prompt>Is &lt;b&gt; a mark?</qti-prompt>
                <qti-simple-choice identifier="A"><b>Yes</b><img src="javascript:steal()" alt=""/></qti-simple-choice>
                <qti-simple-choice identifier="B">No</qti-simple-choice></qti-choice-interaction>""");

        var step = step(item);

        assertFalse(step.contains("steal"), step);
        assertFalse(step.contains("evil"), step);
        assertTrue(step.contains("A \\\\* star and \\\\_more\\\\_"), step);
        assertTrue(step.contains("stem: Is <b> a mark?"), step);
        assertTrue(taken(item).report().lines().getFirst().lost().toString().contains("links"));
    }

    @Test
    void anAdaptiveItemIsAskedOnceAndAFormulaIsReadAsItsAlternativeText() {
        var item = item3("single", "7.389", """
                <p>Find <math xmlns="http://www.w3.org/1998/Math/MathML" alttext="e squared"><mi>e</mi><mn>2</mn></math>.</p>
                <table><tbody><tr><td>It is <qti-text-entry-interaction response-identifier="RESPONSE"/></td><td>
                <qti-feedback-inline identifier="CORRECT" outcome-identifier="FEEDBACK" show-hide="show">Yes.</qti-feedback-inline>
                </td></tr></tbody></table><qti-end-attempt-interaction response-identifier="S" title="Show"/>""").replace("adaptive=\"false\"", "adaptive=\"true\"");

        var step = step(item);

        assertTrue(step.contains("stem: Find e squared."), step);
        assertTrue(step.contains("text: It is [7-389]"), step);
        assertTrue(step.contains("feedback: Yes."), step);
        assertTrue(taken(item).report().lines().getFirst().lost().toString().contains("further attempts"));
    }

    @Test
    void aPackageIsImportedInTheOrderOfItsTest() {
        var choice =
                "<qti-choice-interaction response-identifier=\"RESPONSE\" max-choices=\"1\"><qti-prompt>PROMPT</qti-prompt>"
                        + "<qti-simple-choice identifier=\"A\">a</qti-simple-choice>"
                        + "<qti-simple-choice identifier=\"B\">b</qti-simple-choice></qti-choice-interaction>";
        var zip = GivenArchive.with("pack/imsmanifest.xml", """
                <manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="m"><resources>
                <resource identifier="i1" type="imsqti_item_xmlv3p0" href="items/one.xml"/>
                <resource identifier="i2" type="imsqti_item_xmlv3p0" href="items/two.xml"/>
                <resource identifier="i3" type="imsqti_item_xmlv3p0" href="items/three.xml"/>
                <resource identifier="t" type="imsqti_test_xmlv3p0" href="test.xml"/></resources></manifest>""")
                .and("pack/items/one.xml", item3("single", "A", choice.replace("PROMPT", "One?")))
                .and(
                        "pack/items/two.xml",
                        item3("single", "A", choice.replace("PROMPT", "Two?"))
                                .replace(
                                        "<qti-item-body>",
                                        "<qti-assessment-stimulus-ref href=\"../text.xml\" identifier=\"s\"/><qti-item-body>"))
                .and("pack/items/three.xml", "<qti-assessment-item><broken></qti-assessment-item>")
                .and(
                        "pack/text.xml",
                        "<qti-assessment-stimulus identifier=\"s\" title=\"The story\"><qti-stimulus-body><p>Once.</p></qti-stimulus-body></qti-assessment-stimulus>")
                .and("pack/test.xml", """
                <qti-assessment-test xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="t" title="My test">
                <qti-test-part identifier="p"><qti-assessment-section identifier="s" title="First"><qti-rubric-block view="candidate">
                <qti-content-body><p>Welcome.</p></qti-content-body></qti-rubric-block>
                <qti-assessment-item-ref identifier="i2" href="items/two.xml"/>
                <qti-assessment-item-ref identifier="gone" href="items/gone.xml"/>
                <qti-assessment-item-ref identifier="i1" href="items/one.xml"/></qti-assessment-section></qti-test-part>
                </qti-assessment-test>""")
                .zip();

        var taken = LessonZipImporterTest.taken("pack.zip", zip);

        var tree = GivenQti.tree(taken);
        assertEquals("My test", tree.get("title").asText());
        assertEquals("my-test", taken.folder().name());
        assertEquals("Welcome.", tree.get("steps").get(0).get("text").asText());
        assertEquals("Once.", tree.get("steps").get(1).get("text").asText());
        assertEquals(
                "Two?", tree.get("steps").get(2).get("question").get("stem").asText());
        assertEquals(
                "One?", tree.get("steps").get(3).get("question").get("stem").asText());
        var lines = taken.report().lines();
        assertEquals(6, lines.size(), lines.toString());
        assertTrue(lines.get(3).reason().contains("is not there"), lines.toString());
        assertTrue(lines.get(5).reason().contains("not well-formed"), lines.toString());
    }
}
