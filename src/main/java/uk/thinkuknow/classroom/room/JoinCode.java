package uk.thinkuknow.classroom.room;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a child types to come into a classroom: seven symbols, none of which looks like another. Never logged. */
public record JoinCode(String symbols) {
    static final String SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    static final int LENGTH = 7;

    /** The code that was typed, in small or capital letters, with spaces or hyphens; null if it cannot be one. */
    static @Nullable public JoinCode typed(@Nullable String text) {
        if (text == null || text.length() > 40) {
            return null;
        }
        var symbols = text.replaceAll("[\\s\\-\u2010-\u2015]", "").toUpperCase(Locale.ROOT);
        boolean possible =
                symbols.length() == LENGTH && symbols.chars().allMatch(symbol -> SYMBOLS.indexOf(symbol) >= 0);
        return possible ? new JoinCode(symbols) : null;
    }

    /** Hides the code from logs and error messages. */
    @Override
    public String toString() {
        return "JoinCode";
    }
}
