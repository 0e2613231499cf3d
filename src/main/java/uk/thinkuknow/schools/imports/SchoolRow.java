package uk.thinkuknow.schools.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A school as parsed from a row of a file.
 *
 * @param row the number of the row
 * @param scheme the register's scheme: urn, seed, wales or de
 * @param key the school's number in that scheme
 * @param facts the row's facts: one that the file has no column for is missing; a blank one is null or empty
 */
record SchoolRow(int row, String scheme, String key, Map<RegisterFact, @Nullable Object> facts, Authority authority) {

    /** The region of an authority, by key and name, and the key of its nation. */
    record Authority(String code, String name, Region region) {}

    record Region(String key, String name, String nation) {}
}
