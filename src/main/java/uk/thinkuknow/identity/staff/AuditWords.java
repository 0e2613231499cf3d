package uk.thinkuknow.identity.staff;

import org.jspecify.annotations.Nullable;

/** What an entry of the audit says of people: the part of it out of which a name can be taken. */
public record AuditWords(
        String staffName,
        @Nullable String username,
        String detail,
        @Nullable String was,
        @Nullable String became) {}
