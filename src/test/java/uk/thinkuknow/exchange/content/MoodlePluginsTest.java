package uk.thinkuknow.exchange.content;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.thinkuknow.exchange.content.GivenQti.refused;
import static uk.thinkuknow.exchange.content.GivenQti.step;
import static uk.thinkuknow.exchange.content.GivenQti.taken;

/** Tests the import of question types that Moodle gets from plugins, and of feedback and shuffling in Moodle XML. */
class MoodlePluginsTest {
    private static String quiz(String type, String text, String rest) {
        return "<quiz><question type=\"" + type
                + "\"><name><text>Mine</text></name><questiontext format=\"html\"><text><![CDATA[" + text
                + "]]></text></questiontext>" + rest + "</question></quiz>";
    }

    private static String answer(int worth, String text, String feedback) {
        return "<answer fraction=\"" + worth + "\" format=\"html\"><text>" + text
                + "</text><feedback format=\"html\"><text>" + feedback + "</text></feedback></answer>";
    }

    private static String row(int number, String text, int column) {
        return "<row number=\"" + number + "\"><optiontext format=\"html\"><text>" + text
                + "</text></optiontext><feedbacktext format=\"html\"><text>Why " + number
                + "</text></feedbacktext></row><weight rownumber=\"" + number + "\" columnnumber=\"" + column
                + "\"><value>\n 1.000\n</value></weight>";
    }

    private static final String COLUMNS = "<column number=\"1\"><responsetext><text>True</text></responsetext></column>"
            + "<column number=\"2\"><responsetext><text>False</text></responsetext></column>";

    @Test
    void anOuMultiResponseBecomesAMultipleChoice() {
        var step = step(quiz(
                "oumultiresponse",
                "Who helps?",
                answer(100, "Owl", "") + answer(100, "Otter", "") + answer(0, "Nobody", "")));

        assertTrue(step.contains("kind: multiple-choice"), step);
    }

    @Test
    void statementsInColumnsBecomeASort() {
        for (var type : new String[] {"kprime", "mtf"}) {
            var step = step(quiz(type, "Sort them.", row(1, "Owl swims", 2) + row(2, "Otter swims", 1) + COLUMNS));

            assertTrue(step.contains("kind: sort"), step);
            assertTrue(step.contains("text: Owl swims,\n      group: false,\n      feedback: Why 1"), step);
            assertTrue(step.contains("text: Otter swims,\n      group: true"), step);
        }
        assertTrue(
                refused(quiz("mtf", "Sort.", COLUMNS + row(1, "Owl swims", 7))).contains("in which column"));
    }

    @Test
    void regularExpressionsAreNotOfferedAsAnswers() {
        var step = step(quiz(
                "regexp",
                "Which colours?",
                answer(100, "blue and red", "Well.")
                        + answer(0, "--.*blue.*", "No blue.")
                        + answer(0, "green", "")
                        + answer(0, "(a|b)", "")));

        assertTrue(step.contains("text: blue and red") && step.contains("text: green"), step);
        assertFalse(step.contains("--") || step.contains("a|b"), step);
    }

    @Test
    void wordsToSelectBecomeAnswersAndTheirTextTheScene() {
        var xml = quiz(
                "wordselect",
                "<p>She sat down.</p><p>The cat {sat} on the mat.</p>",
                "<introduction><![CDATA[<p>Select the verb.</p>]]></introduction><delimitchars>{}</delimitchars>"
                        + answer(100, "sat", ""));
        var step = step(xml);

        assertTrue(step.contains("scene: She sat down.\\n\\nThe cat sat on the mat."), step);
        assertTrue(step.contains("stem: Select the verb."), step);
        assertTrue(step.contains("text: sat,\n      right: true"), step);
        assertTrue(step.contains("text: cat,\n      feedback"), step);
    }

    @Test
    void aWordThatIsRightInOnlyOneOfItsPlacesIsRefused() {
        assertTrue(refused(quiz("wordselect", "That cat knows *that* cat.", "")).contains("in one of its places"));
    }

    @Test
    void gapsThatAcceptTheSameWordsGetOneWordEach() {
        var step = step(quiz(
                "gapfill",
                "<p>Medals: [gold|silver] and [gold|silver].</p>",
                answer(100, "gold|silver", "") + answer(0, "wood", "")));

        assertTrue(step.contains("text: Medals: [gold] and [silver]."), step);
        assertTrue(step.contains("text: wood"), step);
    }

    @Test
    void moodlesDefaultFeedbackIsDroppedInGermanToo() {
        var step = step(quiz(
                "multichoice",
                "Who?",
                answer(100, "Owl", "") + answer(0, "Nobody", "")
                        + "<correctfeedback format=\"html\"><text>&lt;p&gt;Die Antwort ist richtig.&lt;/p&gt;</text></correctfeedback>"
                        + "<incorrectfeedback format=\"html\"><text>Schau noch einmal.</text></incorrectfeedback>"));

        assertFalse(step.contains("Die Antwort"), step);
        assertTrue(step.contains("feedback: Schau noch einmal."), step);
    }

    @Test
    void shufflingIsReportedAlsoIfItIsWrittenAsTrueBetweenBlanks() {
        var xml = quiz(
                "multichoice",
                "Who?",
                answer(100, "Owl", "") + answer(0, "Nobody", "") + "<shuffleanswers>\n true\n </shuffleanswers>");

        assertTrue(taken(xml).report().lines().getFirst().lost().contains("the mixed order of its answers"));
    }
}
