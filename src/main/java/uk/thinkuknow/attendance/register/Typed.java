package uk.thinkuknow.attendance.register;

import java.util.OptionalInt;

/** A number as somebody typed it: shown again as it was, whatever became of it. */
record Typed(String text) {
    static final Typed NOTHING = new Typed("");
    private static final int LONGEST = 3;

    static Typed of(int number) {
        return new Typed(Integer.toString(number));
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /** Empty where nothing, or no whole number between 0 and 999, was typed. */
    OptionalInt number() {
        var digits = text.strip();
        boolean whole = !digits.isEmpty()
                && digits.length() <= LONGEST
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return whole ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    /** Was something typed that is not a number? */
    boolean isOdd() {
        return !isBlank() && number().isEmpty();
    }
}
