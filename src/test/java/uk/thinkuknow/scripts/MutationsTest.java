package uk.thinkuknow.scripts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests how the drill judges the changes of code that no test noticed. */
class MutationsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void fiveChanges() throws Exception {
        Files.writeString(
                folder.resolve("mutations.xml"),
                String.join(
                        "\n",
                        "<mutations>",
                        mutation("KILLED", "add", 7),
                        mutation("TIMED_OUT", "add", 8),
                        mutation("SURVIVED", "add", 9),
                        mutation("SURVIVED", "lambda$add$0", 10),
                        mutation("NO_COVERAGE", "&lt;init&gt;", 3),
                        "</mutations>"));
    }

    @Test
    void aSurvivorThatIsAcceptedPassesAndEachRowAcceptsOne() throws Exception {
        var row = "counting.Sum | add | changed conditional boundary | the sum is never negative\n";
        assertEquals(new Bash(0, figures("PASS")), judge("# class | method\n" + row + row));
        assertEquals(
                new Bash(
                        1,
                        figures("FAIL")
                                + "\n      Survivors that scripts/lib/mutations.table does not accept:"
                                + "\n      counting.Sum | add | changed conditional boundary | 9"),
                judge("# class | method\n" + row));
    }

    @Test
    void aSurvivorOfAnotherMethodOrChangeIsNotAccepted() throws Exception {
        assertEquals(
                1,
                judge("counting.Sum | take | changed conditional boundary | why\n".repeat(2))
                        .exit());
        assertEquals(
                1,
                judge("counting.Sum | add | negated conditional | why\n".repeat(2))
                        .exit());
    }

    @Test
    void whatNoTestReachesIsListedApart() throws Exception {
        judge("# nothing\n");
        assertEquals(
                "counting.Sum | new | changed conditional boundary | 3\n",
                Files.readString(folder.resolve("untested.txt")));
    }

    private static String figures(String verdict) {
        return verdict + "  mutations sums: 2 of 5 changes are noticed\n"
                + "      (1 because a test took too long), 2 survive,\n"
                + "      1 are reached by no test of src/test: target/mutations/sums";
    }

    private Bash judge(String accepted) throws Exception {
        Files.writeString(folder.resolve("accepted"), accepted);
        return Bash.run(List.of("common", "mutating"), folder, "judge_mutations sums $DATA $DATA/accepted");
    }

    private static String mutation(String state, String method, int line) {
        return "<mutation detected='true' status='" + state
                + "' numberOfTestsRun='1'><mutatedClass>uk.thinkuknow.counting.Sum"
                + "</mutatedClass><mutatedMethod>" + method + "</mutatedMethod><lineNumber>" + line
                + "</lineNumber><description>changed conditional boundary</description></mutation>";
    }
}
