package uk.thinkuknow.schools.classes;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.counting.YearGroups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a typed or pasted list of classes is parsed line by line, and that each error is explained. */
class ClassListTest {
    @Test
    void invisibleCharactersAreRemoved() {
        var list = read("5B \u202ERowan\u0000\u200F\tYear 5\t28");
        assertEquals("5B Rowan", list.lines().getFirst().name());
    }

    @Test
    void linesAreReadInEveryUsualFormat() {
        for (var line : List.of(
                "5B Rowan\t28",
                "5B Rowan, 28",
                "5B Rowan; Year 5; 28",
                "5B Rowan, Year 5, 28",
                "5B Rowan\t28\tYear 5",
                "5B Rowan, 5, 28",
                "5B Rowan    28 children",
                "\"5B Rowan\",\"28\"",
                "  5B Rowan ,28 pupils ")) {
            var read = only(line);
            assertNull(read.problem(), line + ": " + read.problem());
            assertEquals("5B Rowan", read.name(), line);
            assertEquals(Set.of(5), read.years(), line);
            assertEquals(28, read.children(), line);
        }
    }

    @Test
    void headingsAndEmptyLinesAreSkippedAndLinesKeepTheirNumber() {
        var lines = read("Class\tYear group\tNumber of children\r\n\r\n5B Rowan\tYear 5\t28\n")
                .lines();
        assertEquals(1, lines.size());
        assertEquals(3, lines.getFirst().number());
    }

    @Test
    void aYearGroupReadFromTheNameIsMarkedAsAGuess() {
        assertTrue(only("3/4 Oak, 27").guessed());
        assertEquals(Set.of(3, 4), only("3/4 Oak, 27").years());
        assertEquals(false, only("3/4 Oak, Year 3, 27").guessed());
    }

    @Test
    void eachProblemSaysHowToCorrectIt() {
        problem("Squirrels, 26", "Which year group is Squirrels in? Write it on the line: Squirrels, Year 1, 26.");
        problem("5B Rowan", "How many children are in the class?");
        problem("5B Rowan, lots", "“lots” is neither a year group nor a number of children.");
        problem("5B Rowan, 0", "A class has 1 to 60 children");
        problem("5B Rowan, 121", "121 cannot be one class");
        problem("5B Rowan, 5, 6", "Which of 5 and 6 is the year group?");
        problem("5B Rowan, Year 5, 28, 29", "more than one number of children");
        problem("x".repeat(59) + ", Year 5, 28", "at most 58 characters");
        problem("Amelia Example, 5B Rowan", "No child’s or teacher’s name belongs here.");
    }

    @Test
    void aRepeatedNameIsAProblemOfTheSecondLine() {
        var lines = read("5B Rowan, 28\n5b rowan, 27").lines();
        assertNull(lines.getFirst().problem());
        assertTrue(String.valueOf(lines.get(1).problem()).contains("is already on line 1. "));
    }

    @Test
    void afterTwoHundredClassesTheRestOfAListIsOneProblem() {
        var text = IntStream.rangeClosed(1, 250)
                .mapToObj(i -> "Class " + i + ", Year 5, 28")
                .collect(Collectors.joining("\n"));
        var list = read(text);
        assertEquals(201, list.lines().size());
        assertTrue(list.hasProblems());
    }

    @Test
    void markupIsReadAsPlainTextAndLinesWithoutTextAreNoClasses() {
        assertEquals("<b>5B</b>", only("<b>5B</b>, Year 5, 28").name());
        assertEquals(
                0,
                read("\u0000\u0007\n , ,\t;").lines().stream()
                        .filter(line -> line.problem() == null)
                        .count());
    }

    private static void problem(String line, String says) {
        var problem = String.valueOf(only(line).problem());
        assertTrue(problem.contains(says), line + ": " + problem);
    }

    private static ClassList.Line only(String line) {
        var lines = read(line).lines();
        assertEquals(1, lines.size(), line);
        return lines.getFirst();
    }

    private static ClassList read(String text) {
        return ClassList.read(text, YearGroups.of("england"));
    }
}
