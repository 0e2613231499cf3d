package uk.thinkuknow.schools.registers;

/**
 * A feature whose rows are a school's: when the school closes and one other came after it, they become that school's. The
 * table has the columns {@code id}, {@code school_id} and {@code version}.
 */
public interface FollowsSchool {
    /** The name of the table. */
    String table();
}
