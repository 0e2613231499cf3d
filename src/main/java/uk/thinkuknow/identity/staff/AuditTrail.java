package uk.thinkuknow.identity.staff;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Writes the audit: the name that is given, and beside it the user name of whoever is signed in. */
@Singleton
public class AuditTrail {
    private static final int AT_MOST = 400;
    private static final int SALT_BYTES = 16;

    private final AuditEntries entries;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final RandomGenerator random;

    AuditTrail(AuditEntries entries, SecurityIdentity identity, Clock clock, RandomGenerator random) {
        this.entries = entries;
        this.identity = identity;
        this.clock = clock;
        this.random = random;
    }

    /** @return the number of the entry */
    public long write(String staffName, String act, String subject, String detail, @Nullable Change change) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var entry = new AuditEntry(
                new AuditEntry.By(clock.instant(), staffName, username()),
                salt,
                act,
                subject,
                shortened(detail),
                change == null ? null : new Change(shortened(change.was()), shortened(change.became())));
        entries.persist(entry);
        return entry.id();
    }

    /** From what to what. */
    public record Change(String was, String became) {}

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
