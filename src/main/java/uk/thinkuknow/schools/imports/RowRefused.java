package uk.thinkuknow.schools.imports;

/** Thrown when a row of a file cannot be parsed, with the reason in words; the other rows are still read. */
class RowRefused extends RuntimeException {
    RowRefused(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
