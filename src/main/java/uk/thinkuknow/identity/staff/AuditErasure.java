package uk.thinkuknow.identity.staff;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Takes somebody's name out of the audit: the entries stay, a later one says that it was done, and the chain holds. */
@Singleton
class AuditErasure {
    private static final int SALT_BYTES = 16;
    private static final int AT_MOST = 400;

    private final AuditEntries entries;
    private final AuditTrail trail;
    private final EntityManager database;
    private final RandomGenerator random;

    AuditErasure(AuditEntries entries, AuditTrail trail, EntityManager database, RandomGenerator random) {
        this.entries = entries;
        this.trail = trail;
        this.database = database;
        this.random = random;
    }

    void erase(StaffMember by, Account account, ErasedWords words, boolean byName) {
        var found = entries.about(account, words);
        long later = trail.write(
                by.name(),
                "erased a member of staff",
                "account " + account.publicId(),
                found.size() + " entries of the audit carry the number of the account instead of a name"
                        + (byName ? "" : "; somebody else has the same name, and what carries it alone stays"),
                null);
        found.forEach(entry -> erase(entry.id(), later, erased(entry.words(), account, words, byName)));
    }

    private void erase(long entry, long later, AuditWords words) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        database.createNativeQuery("call audit_erase(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
                .setParameter(1, entry)
                .setParameter(2, later)
                .setParameter(3, salt)
                .setParameter(4, AuditHash.ofWords(salt, words))
                .setParameter(5, words.staffName())
                .setParameter(6, words.username())
                .setParameter(7, words.detail())
                .setParameter(8, words.was())
                .setParameter(9, words.became())
                .executeUpdate();
    }

    private static AuditWords erased(AuditWords was, Account account, ErasedWords words, boolean byName) {
        var hers = account.username().equals(was.username());
        var named = was.staffName().equals(account.name());
        return new AuditWords(
                named && (hers || byName) ? words.label() : was.staffName(),
                hers ? words.username() : was.username(),
                Objects.requireNonNullElse(shortened(words.in(was.detail())), ""),
                shortened(words.in(was.was())),
                shortened(words.in(was.became())));
    }

    private static @Nullable String shortened(@Nullable String words) {
        return words == null || words.length() <= AT_MOST ? words : words.substring(0, AT_MOST);
    }
}
