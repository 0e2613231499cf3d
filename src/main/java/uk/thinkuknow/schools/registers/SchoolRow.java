package uk.thinkuknow.schools.registers;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A school as a row of a file has it.
 *
 * @param scheme the register's numbers: urn, seed, wales or de
 * @param key the school's number in it
 * @param facts what the row says; a fact is missing where the file has no column for it, and null where it is blank
 */
record SchoolRow(int row, String scheme, String key, Map<Fact, @Nullable Object> facts, Authority authority) {

    /** The authority a row names, with its region; it gets its key of our own when it is compared with those we know. */
    record Authority(String code, String name, Region region) {}

    record Region(String key, String name, String nation) {}
}
