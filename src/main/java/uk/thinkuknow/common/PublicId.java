package uk.thinkuknow.common;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** The name of a thing in an address: ten symbols drawn at random, never a row's number. */
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
