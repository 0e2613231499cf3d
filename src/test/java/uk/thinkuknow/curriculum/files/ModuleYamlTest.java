package uk.thinkuknow.curriculum.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.thinkuknow.common.Refused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that texts, numbers and true or false, written to YAML are read back, texts without the spaces around them. */
class ModuleYamlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "12",
                "true",
                "null",
                "~",
                "- not a list",
                "a: b",
                "# no comment",
                "& * ! | > ' \" % @ `",
                "{{x}} {y} [z]",
                "two\nlines",
                "  indented\n    more\n\nafter a gap",
                "a\n\n\nb",
                "tab\there",
                "“curly” – dash … 🦊",
                "--- not a document\n...",
                "ends with colon:",
                "'quoted'",
                "\\n backslash",
            })
    void aTextIsReadBackUnchangedButForSpacesAroundIt(String typed) {
        var tree = JsonNodeFactory.instance.objectNode().put("text", typed);
        assertEquals(
                typed.strip(),
                ModuleYaml.tree(ModuleYaml.write(tree)).path("text").asText());
        assertTrue(ModuleYaml.tree(ModuleYaml.write(tree)).path("text").isTextual());
    }

    @Test
    void aLongTextIsFoldedAndReadBackInOneLine() {
        var words = "word ".repeat(100).strip();
        var file = ModuleYaml.write(JsonNodeFactory.instance.objectNode().put("text", words));
        assertTrue(new String(file, StandardCharsets.UTF_8).lines().allMatch(line -> line.length() <= 125));
        assertEquals(words, ModuleYaml.tree(file).path("text").asText());
    }

    @Test
    void aTextThatIsTooLongToBeReadIsNotWrittenAndTheReasonSaysWhatToDo() {
        var longest = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(20_000));
        assertEquals(longest, ModuleYaml.tree(ModuleYaml.write(longest)));
        var refused = assertThrows(Refused.class, () -> ModuleYaml.write(longest.put("text", "x".repeat(20_001))));
        assertEquals("A text has more than 20,000 letters. Shorten it and try again.", refused.why());
    }

    @Test
    void aFileWithATextThatIsTooLongIsRefusedWithItsLine() {
        var file = ("title: A\ntext: A " + "](".repeat(10_001)).getBytes(StandardCharsets.UTF_8);
        var refused = assertThrows(LessonFaulty.class, () -> ModuleYaml.tree(file));
        assertEquals(
                "module.yaml: holds a text of more than 20,000 letters: shorten it (line 2)",
                refused.problems().getFirst().toString());
    }

    @Test
    void numbersAndBooleansAreReadBackUnchanged() {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("minutes", 45).put("right", true).putArray("objectives").add(1).add(2);
        assertEquals(tree, ModuleYaml.tree(ModuleYaml.write(tree)));
    }

    @Test
    void aFileWithAYamlAnchorIsRefusedWithItsLine() {
        var bomb = "format: 1\na: &x [1]\nb: *x\n".getBytes(StandardCharsets.UTF_8);
        assertTrue(assertThrows(LessonFaulty.class, () -> ModuleYaml.tree(bomb))
                .why()
                .contains("line 2"));
    }
}
