package uk.thinkuknow.identity.staff;

import org.jspecify.annotations.Nullable;

/**
 * Fired when a member of staff is erased, so that every package deletes what it holds about them beyond name, user name
 * and email address.
 *
 * @param email the address they had; null if another account has it too
 */
public record StaffErased(long staffId, @Nullable String email) {}
