package uk.thinkuknow.identity.staff;

import org.jspecify.annotations.Nullable;

/** The words of an audit entry, from which a name can be removed. */
public record AuditWords(
        String staffName,
        @Nullable String username,
        String detail,
        @Nullable String was,
        @Nullable String became) {}
