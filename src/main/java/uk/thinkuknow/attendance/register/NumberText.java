package uk.thinkuknow.attendance.register;

import java.util.OptionalInt;

/** A number as typed, kept as text so that the form shows it again unchanged. */
record NumberText(String text) {
    static final NumberText NOTHING = new NumberText("");
    private static final int LONGEST = 3;

    static NumberText of(int number) {
        return new NumberText(Integer.toString(number));
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /** Returns the number; empty unless a whole number from 0 to 999 was typed. */
    OptionalInt number() {
        var digits = text.strip();
        boolean whole = !digits.isEmpty()
                && digits.length() <= LONGEST
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return whole ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    /** Returns whether something was typed that is not such a number. */
    boolean isNotANumber() {
        return !isBlank() && number().isEmpty();
    }
}
