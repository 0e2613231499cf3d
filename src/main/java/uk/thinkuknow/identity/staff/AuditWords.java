package uk.thinkuknow.identity.staff;

import org.jspecify.annotations.Nullable;

/**
 * The texts of an audit entry: who acted, the detail, and the values before and after a change. Erasure removes a
 * person's name from them.
 */
public record AuditWords(
        String staffName,
        @Nullable String username,
        String detail,
        @Nullable String was,
        @Nullable String became) {}
