package uk.thinkuknow.classroom.room;

import java.nio.charset.StandardCharsets;

/** Fuzzes typed join codes and seat tokens: only well-formed codes and tokens signed by us are accepted. */
public final class JoinCodeFuzz {
    private static final Secret SECRET = new Secret("fuzzing-only-secret-0123456789abcdef");
    private static final JoinCodes CODES = new JoinCodes(SECRET);
    private static final SeatTokens TOKENS = new SeatTokens(SECRET, () -> true);

    private JoinCodeFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        var typed = new String(bytes, StandardCharsets.UTF_8);
        var code = JoinCode.typed(typed);
        if (code != null) {
            var again = JoinCode.typed(code.symbols().toLowerCase(java.util.Locale.ROOT));
            if (!code.equals(again) || CODES.hashOf(code).bytes().length != 32) {
                throw new AssertionError("a code that is not one");
            }
        }
        var seat = TOKENS.read(typed);
        if (seat != null && !TOKENS.sign(seat).equals(typed)) {
            throw new AssertionError("a seat that was never signed");
        }
    }
}
