package uk.thinkuknow.attendance.paper;

import java.nio.charset.StandardCharsets;
import uk.thinkuknow.common.Refused;

/** Fuzz target: reads bytes as a file of paper registers and parses its cells; only {@link Refused} may be thrown. */
public final class EntryFuzz {
    private EntryFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            for (var row : EntryFile.read(new String(bytes, StandardCharsets.UTF_8))) {
                Cell.date(row.date());
                Cell.number(row.heads());
                Cell.cards(row.cards()).ifPresent(EntryFuzz::possible);
            }
        } catch (Refused inWords) {
            // expected for a file that is not a table
        }
    }

    private static void possible(Iterable<Integer> cards) {
        for (int card : cards) {
            if (card < 1 || card > 999) {
                throw new AssertionError("no card has the number " + card);
            }
        }
    }
}
