package uk.thinkuknow.schools.registers;

/** A row of a file that cannot be read, with the reason in words. */
class RowRefused extends RuntimeException {
    RowRefused(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
