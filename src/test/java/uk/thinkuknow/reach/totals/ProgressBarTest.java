package uk.thinkuknow.reach.totals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the progress bar that is shown on the terminal while totals are rebuilt. */
class ProgressBarTest {
    private static final long SECOND = 1_000_000_000;

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final ProgressBar bar = new ProgressBar(new PrintStream(terminal, true, StandardCharsets.UTF_8), 0);

    @Test
    void theBarShowsThePercentageTheCountAndTheTimeLeft() {
        bar.show(0, 2_000, SECOND);
        bar.show(500, 2_000, 10 * SECOND);
        assertEquals(
                List.of(
                        "[" + ".".repeat(40) + "]   0 % 0 of 2,000",
                        "[" + "#".repeat(10) + ".".repeat(30) + "]  25 % 500 of 2,000, 30 s left"),
                lines());
    }

    @Test
    void theBarIsRedrawnOnlyAtAnotherWholePercent() {
        bar.show(1, 100_000, SECOND);
        bar.show(2, 100_000, SECOND);
        assertEquals(1, lines().size());
    }

    @Test
    void withNothingToDoTheBarIsFull() {
        bar.show(0, 0, SECOND);
        assertEquals(List.of("[" + "#".repeat(40) + "] 100 % 0 of 0"), lines());
    }

    private List<String> lines() {
        return terminal.toString(StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
