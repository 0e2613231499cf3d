package uk.thinkuknow.identity.staff;

import org.jspecify.annotations.Nullable;

/**
 * Event: a member of staff is erased. Every room deletes what it holds about them beyond name, user name and email
 * address.
 *
 * @param email the address they had
 */
public record StaffErased(long staffId, @Nullable String email) {}
