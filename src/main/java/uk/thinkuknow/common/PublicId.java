package uk.thinkuknow.common;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** A random public id of ten symbols, used in URLs in place of the database key. */
public record PublicId(String value) {
    private static final String SYMBOLS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int LENGTH = 10;
    private static final RandomGenerator RANDOM = new SecureRandom();

    public static PublicId draw() {
        var id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
        }
        return new PublicId(id.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
