package uk.thinkuknow.schools.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A school as parsed from a row of a file.
 *
 * @param row the number of the row
 * @param scheme the register's scheme: urn, seed, wales or de
 * @param key the school's number in that scheme
 * @param facts the row's facts; one is missing if the file has no column for it, and null if it is blank
 */
record SchoolRow(int row, String scheme, String key, Map<RegisterFact, @Nullable Object> facts, Authority authority) {

    /** The authority named in a row, with its region; staging decides its key. */
    record Authority(String code, String name, Region region) {}

    record Region(String key, String name, String nation) {}
}
