package uk.thinkuknow.classroom.room;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A join code as children type it: eight symbols, without look-alikes such as 0 and O. Never logged. */
public record JoinCode(String symbols) {
    static final String SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    static final int LENGTH = 8;
    /** Of rooms opened while versions run that know no code of eight symbols; they close at midnight. */
    private static final int EARLIER_LENGTH = 7;

    /** Reads a typed code, in any case, with spaces or hyphens; null if it cannot be a code. */
    static @Nullable public JoinCode typed(@Nullable String text) {
        if (text == null || text.length() > 40) {
            return null;
        }
        var symbols = text.replaceAll("[\\s\\-\u2010-\u2015]", "").toUpperCase(Locale.ROOT);
        boolean possible = symbols.length() == LENGTH || symbols.length() == EARLIER_LENGTH;
        return possible && consistsOfSymbols(symbols) ? new JoinCode(symbols) : null;
    }

    /** Returns how many symbols the code of a room has that opens now. */
    public static int lengthAfter(BooleanSupplier upgrade) {
        return upgrade.getAsBoolean() ? LENGTH : EARLIER_LENGTH;
    }

    static boolean consistsOfSymbols(String text) {
        return text.chars().allMatch(symbol -> SYMBOLS.indexOf(symbol) >= 0);
    }

    /** Hides the code from logs and error messages. */
    @Override
    public String toString() {
        return "JoinCode";
    }
}
