package uk.thinkuknow.identity.staff;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;

/**
 * Writes and reads audit entries. Nothing of an entry ever changes, except that names are removed when a member of
 * staff is erased.
 */
@Singleton
public class AuditEntries implements PanacheRepository<AuditEntry> {
    private static final int AT_MOST = 400;
    private static final int SALT_BYTES = 16;
    /** Words without the account's address that are older than the account mean something else. */
    private static final String OF_ITS_TIME = """
            ) and (at >= coalesce((select created_at from staff where id = :account), '1970-01-01')
              or instr(concat_ws(' ', detail, was, became), :email) > 0)""";

    private final AuditSchoolLookup places;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final RandomGenerator random;

    AuditEntries(AuditSchoolLookup places, SecurityIdentity identity, Clock clock, RandomGenerator random) {
        this.places = places;
        this.identity = identity;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Writes an entry with the given name and the user name of the signed-in account.
     *
     * @param was the value before a change; null with {@code became} if nothing was changed
     * @return the entry's id
     */
    long write(
            String staffName,
            String act,
            String subject,
            String detail,
            @Nullable String was,
            @Nullable String became) {
        return write(staffName, username(), act, subject, detail, was, became);
    }

    /** Writes an entry for an act of the system, without a user name: it may not be known yet who signs in. */
    void writeByItself(String act, String subject, String detail) {
        write(PeopleService.BY_ITSELF, null, act, subject, detail, null, null);
    }

    private long write(
            String staffName,
            @Nullable String username,
            String act,
            String subject,
            String detail,
            @Nullable String was,
            @Nullable String became) {
        var words = new AuditWords(
                staffName,
                username,
                shortened(detail),
                was == null ? null : shortened(was),
                became == null ? null : shortened(became));
        var entry = new AuditEntry(clock.instant(), act, subject, words, salt());
        persist(entry);
        return entry.id();
    }

    private @Nullable String username() {
        var inRequest = Arc.container().requestContext().isActive();
        return !inRequest || identity.isAnonymous()
                ? null
                : identity.getPrincipal().getName();
    }

    private byte[] salt() {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static String shortened(String words) {
        return words.length() <= AT_MOST ? words : words.substring(0, AT_MOST - 1) + "…";
    }

    List<AuditEntry> of(String subject) {
        return find("subject = ?1 order by id desc", subject).list();
    }

    /** Entries that match a filter and have a smaller id than {@code before}, latest first. */
    @Transactional
    public List<AuditLine> lines(AuditFilter filter, long before, int atMost) {
        var found = matching(filter, before, atMost);
        var schools = places.schoolsOf(found.stream().map(AuditEntry::subject).collect(Collectors.toSet()));
        return found.stream()
                .map(each -> each.line(schools.getOrDefault(each.subject(), "")))
                .toList();
    }

    private List<AuditEntry> matching(AuditFilter filter, long before, int atMost) {
        var where = new StringBuilder("e.id < :before");
        var values = new HashMap<String, Object>();
        values.put("before", before);
        if (!filter.who().isEmpty()) {
            where.append(
                    " and greatest(instr(lower(e.staff_name), :who), instr(lower(coalesce(e.username, '')), :who)) > 0");
            values.put("who", filter.who().toLowerCase(Locale.UK));
        }
        if (!filter.act().isEmpty()) {
            where.append(" and e.act = :act");
            values.put("act", filter.act());
        }
        if (!filter.subject().isEmpty()) {
            where.append(" and instr(lower(e.subject), :subject) = 1");
            values.put("subject", filter.subject().toLowerCase(Locale.UK));
        }
        filter.days().since().ifPresent(since -> {
            where.append(" and e.at >= :since");
            values.put("since", since);
        });
        filter.days().until().ifPresent(until -> {
            where.append(" and e.at < :until");
            values.put("until", until);
        });
        if (!filter.school().isEmpty()) {
            var schools = places.schoolsLike(filter.school());
            if (schools.isEmpty()) {
                return List.of();
            }
            where.append(" and ").append(places.schoolOfEntry()).append(" in (:schools)");
            values.put("schools", schools);
        }
        if (!filter.within().isProgramme() || filter.reach().schoolsOnly()) {
            where.append(" and ").append(places.entryIsIn(":area"));
            values.put("area", filter.within().token());
        }
        var query = getSession()
                .createNativeQuery(
                        "select e.* from audit_entry e where " + where + " order by e.id desc", AuditEntry.class)
                .setMaxResults(atMost);
        values.forEach((name, value) -> {
            if (value instanceof Collection<?> many) {
                query.setParameterList(name, many);
            } else {
                query.setParameter(name, value);
            }
        });
        return query.getResultList();
    }

    /** The entries that a person wrote or whose words mention them. */
    private List<AuditEntry> about(Account account, ErasureReplacements words) {
        var where = new StringBuilder(
                "select * from audit_entry where username = :username or staff_name = :name or (false");
        for (int i = 0; i < words.replaced().size(); i++) {
            where.append(" or instr(detail, :w%1$d) > 0 or instr(was, :w%1$d) > 0 or instr(became, :w%1$d) > 0"
                    .formatted(i));
        }
        var query = getSession()
                .createNativeQuery(where + OF_ITS_TIME + " order by audit_entry.id", AuditEntry.class)
                .setParameter("username", account.username())
                .setParameter("name", account.name())
                .setParameter("account", account.id())
                .setParameter("email", words.addressOf(account));
        for (int i = 0; i < words.replaced().size(); i++) {
            query.setParameter("w" + i, words.replaced().get(i).sought());
        }
        return query.getResultList();
    }

    /** Removes a person's name from the audit. A new entry records the removal, and the chain of hashes stays valid. */
    void erase(StaffMember by, Account account, ErasureReplacements words, OwnWords own) {
        var found = about(account, words);
        long later = write(
                by.name(),
                Words.of("staff.actErased"),
                "account " + account.publicId(),
                Words.of(own.nameInText() ? "staff.erasedEntries" : "staff.erasedEntriesNamesake", found.size()),
                null,
                null);
        found.forEach(entry -> erase(entry.id(), later, erased(entry.words(), account, words, own)));
    }

    private void erase(long entry, long later, AuditWords words) {
        var salt = salt();
        getEntityManager()
                .createNativeQuery("call audit_erase(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
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

    private static AuditWords erased(AuditWords was, Account account, ErasureReplacements words, OwnWords own) {
        var ofAccount = account.username().equals(was.username());
        var named = was.staffName().equals(account.name());
        return new AuditWords(
                named && (ofAccount || own.name()) ? words.label() : was.staffName(),
                ofAccount ? words.username() : was.username(),
                Objects.requireNonNullElse(cut(words.in(was.detail())), ""),
                cut(words.in(was.was())),
                cut(words.in(was.became())));
    }

    private static @Nullable String cut(@Nullable String words) {
        return words == null || words.length() <= AT_MOST ? words : words.substring(0, AT_MOST);
    }

    Map<String, Instant> lastOf(String act, Collection<String> subjects) {
        return subjects.isEmpty()
                ? Map.of()
                : getSession()
                        .createQuery(
                                "select subject, max(at) from AuditEntry where act = ?1 and subject in ?2 group by subject",
                                Object[].class)
                        .setParameter(1, act)
                        .setParameter(2, subjects)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (Instant) row[1]));
    }

    /**
     * The different acts ever recorded, such as "tested a webhook", in alphabetical order.
     *
     * @param schoolsOnly only those of entries about schools
     */
    @Transactional
    public List<String> acts(boolean schoolsOnly) {
        var kinds = String.join("','", places.kinds());
        return getSession()
                .createNativeQuery(
                        "select distinct act from audit_entry"
                                + (schoolsOnly ? " where substring_index(subject, ' ', 1) in ('" + kinds + "')" : "")
                                + " order by audit_entry.act",
                        String.class)
                .getResultList();
    }
}
