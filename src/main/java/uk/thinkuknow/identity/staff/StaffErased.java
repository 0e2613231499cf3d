package uk.thinkuknow.identity.staff;

import org.jspecify.annotations.Nullable;

/**
 * A member of staff is erased, so every room deletes what it holds about them beyond name, user name and address.
 *
 * @param email the address they had
 */
public record StaffErased(long staffId, @Nullable String email) {}
