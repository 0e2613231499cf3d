package uk.thinkuknow.people;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Writes the audit: the name that is given, and beside it the user name of whoever is signed in. */
@Singleton
class AuditTrail {
    private static final int AT_MOST = 400;

    private final AuditEntries entries;
    private final SecurityIdentity identity;
    private final Clock clock;

    AuditTrail(AuditEntries entries, SecurityIdentity identity, Clock clock) {
        this.entries = entries;
        this.identity = identity;
        this.clock = clock;
    }

    void write(String staffName, String act, String subject, String detail, @Nullable Change change) {
        entries.persist(new AuditEntry(
                new AuditEntry.By(clock.instant(), staffName, username()),
                act,
                subject,
                shortened(detail),
                change == null ? null : new Change(shortened(change.was()), shortened(change.became()))));
    }

    /** From what to what. */
    record Change(String was, String became) {}

    private @Nullable String username() {
        var inRequest = Arc.container().requestContext().isActive();
        return !inRequest || identity.isAnonymous()
                ? null
                : identity.getPrincipal().getName();
    }

    private static String shortened(String words) {
        return words.length() <= AT_MOST ? words : words.substring(0, AT_MOST - 1) + "…";
    }
}
