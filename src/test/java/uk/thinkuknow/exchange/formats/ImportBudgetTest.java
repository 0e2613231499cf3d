package uk.thinkuknow.exchange.formats;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.exchange.content.GivenQti;
import uk.thinkuknow.exchange.content.ImportLine;
import uk.thinkuknow.exchange.content.ImportResult;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a file which is made to be read for very long is refused, and an ordinary one is not. */
class ImportBudgetTest {
    /** Each of the questions has all the notes. */
    private static byte[] item(int questions, int notes) {
        return ("<assessmentItem identifier=\"i\" title=\"t\"><itemBody><p>Words.</p>"
                        + "<rubricBlock view=\"scorer\"><p>A note.</p></rubricBlock>".repeat(notes)
                        + "<extendedTextInteraction responseIdentifier=\"R\"><prompt>Why?</prompt></extendedTextInteraction>"
                                .repeat(questions)
                        + "</itemBody></assessmentItem>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aFileThatTakesTooLongIsRefusedAsAWhole() {
        var read = LessonImporter.read("items.xml", item(50, 2_000), Duration.ofMillis(300));
        var why = assertInstanceOf(ImportResult.ImportRefusal.class, read).why();
        assertTrue(why.startsWith("This file takes too long to read"), why);
    }

    /** Marks without an end: Markdown takes time with the square of their number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "::One::[markdown]It **is** so.{T}\n\n::Two::[markdown]%s{T}",
                "<quiz><question type=\"essay\"><name><text>One</text></name><questiontext format=\"markdown\"><text>Why?</text>"
                        + "</questiontext></question><question type=\"essay\"><name><text>Two</text></name>"
                        + "<questiontext format=\"markdown\"><text><![CDATA[%s]]></text></questiontext></question></quiz>"
            })
    void aTextInMarkdownThatIsLongerThanAnyOfALessonIsLeftOut(String file) {
        var lines =
                GivenQti.taken(file.formatted("<!A ".repeat(15_000))).report().lines();
        assertEquals(
                List.of("", "holds a text of more than 20,000 letters: shorten it"),
                lines.stream().map(ImportLine::reason).toList());
    }

    /** Each of them was read to the end of the text. */
    @Test
    void manyEscapedGapsWithoutAnEndAreReadAtOnce() {
        var file =
                "<quiz><question type=\"cloze\"><name><text>q</text></name><questiontext format=\"html\"><text><![CDATA[<p>x</p>"
                        + "\\{1:A:".repeat(12_000) + "]]></text></questiontext></question></quiz>";
        var read = LessonImporter.read("quiz.xml", file.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(3));
        var why = assertInstanceOf(ImportResult.ImportRefusal.class, read).why();
        assertFalse(why.startsWith("This file takes too long to read"), why);
    }

    /** Each was read to the end of the name for the language in which it ends. */
    @Test
    void aNameWithManyLanguagesWithoutAnEndIsReadWithinTheTime() {
        var file = "<quiz><question type=\"essay\"><name><text><![CDATA["
                + "<span lang=\"a\" class=\"multilang\">".repeat(50_000)
                + "]]></text></name><questiontext><text>Why?</text></questiontext></question></quiz>";
        assertInstanceOf(
                ImportResult.ImportedLesson.class,
                LessonImporter.read("quiz.xml", file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anOrdinaryFileIsRead() {
        assertInstanceOf(ImportResult.ImportedLesson.class, LessonImporter.read("items.xml", item(2, 2)));
    }
}
