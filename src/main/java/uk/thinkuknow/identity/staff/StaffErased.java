package uk.thinkuknow.identity.staff;

import org.jspecify.annotations.Nullable;

/**
 * A member of staff is erased, in this transaction: whoever keeps more of her than her name, user name and address lets it go.
 *
 * @param email the address she had
 */
public record StaffErased(long staffId, @Nullable String email) {}
