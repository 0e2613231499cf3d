package uk.thinkuknow.attendance.paper;

import java.nio.charset.StandardCharsets;
import uk.thinkuknow.common.Refused;

/** Fuzz target: reads bytes as a file of paper registers and parses its cells; only {@link Refused} may be thrown. */
public final class PaperRegisterFileFuzz {
    private PaperRegisterFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            for (var row : PaperRegisterFile.read(new String(bytes, StandardCharsets.UTF_8))) {
                CellParser.date(row.date());
                CellParser.number(row.heads()).ifPresent(PaperRegisterFileFuzz::counted);
                CellParser.cards(row.cards()).ifPresent(PaperRegisterFileFuzz::possible);
            }
        } catch (Refused inWords) {
            // expected for a file that is not a table
        }
    }

    private static void counted(int heads) {
        if (heads < 0 || heads > 999) {
            throw new AssertionError("nobody counts so many: " + heads);
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
