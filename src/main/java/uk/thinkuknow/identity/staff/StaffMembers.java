package uk.thinkuknow.identity.staff;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Sql;

/** Finds and stores the staff accounts. */
@Singleton
class StaffMembers implements PanacheRepository<Staff> {
    private static final String LIKE =
            "from Staff where erasedAt is null and (lower(name) like ?1 or lower(username) like ?1 or lower(email) like ?1)";

    Optional<Staff> called(String username) {
        return find("username", username).firstResultOptional();
    }

    Optional<Staff> called(PublicId id) {
        return find("where publicId = ?1 and erasedAt is null", id.value()).firstResultOptional();
    }

    /** The erased account that had this user name and still exists in Keycloak. */
    Optional<Staff> erasedAs(String username) {
        return find("erasedHash", AuditHash.ofName(username)).firstResultOptional();
    }

    void noteSignedOut(String username, Instant at) {
        getSession()
                .createNativeMutationQuery("update staff set signed_out_at = ?1 where username = ?2")
                .setParameter(1, at)
                .setParameter(2, username)
                .executeUpdate();
    }

    List<Addressee> addressees(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(
                                "select name, email from Staff where id in (?1) and email is not null order by id",
                                Addressee.class)
                        .setParameter(1, ids)
                        .getResultList();
    }

    List<String> addressesAt(String domain) {
        return getEntityManager()
                .createQuery(
                        "select email from Staff where erasedAt is null and lower(right(email, ?1)) = ?2", String.class)
                .setParameter(1, domain.length())
                .setParameter(2, domain)
                .getResultList();
    }

    /** Returns whether another account has or had this name. */
    boolean isNameOfAnother(String name, long but) {
        return count("name = ?1 and id <> ?2", name, but) > 0 || isFormerNameOfAnother(name, but);
    }

    private boolean isFormerNameOfAnother(String name, long but) {
        return getSession()
                        .createNativeQuery(
                                "select count(*) from former_name where name = ?1 and staff_id <> ?2", Long.class)
                        .setParameter(1, name)
                        .setParameter(2, but)
                        .getSingleResult()
                > 0;
    }

    /** The account with each name and address that it had before. */
    List<Account> formerNames(Account account) {
        return getSession()
                .createNativeQuery("select distinct name, email from former_name where staff_id = ?1", Object[].class)
                .setParameter(1, account.id())
                .getResultList()
                .stream()
                .map(row -> account.formerly((String) row[0], (String) row[1]))
                .toList();
    }

    void forgetFormerNames(long staffId) {
        Sql.run(getEntityManager(), "delete from former_name where staff_id = ?1", staffId);
    }

    /** The names of other accounts that contain this name, or are contained in it. */
    List<String> namesLike(String name, long but) {
        return getEntityManager()
                .createQuery(
                        "select name from Staff where id <> ?2 and erasedAt is null and (locate(?1, name) > 0 or locate(name, ?1) > 0)",
                        String.class)
                .setParameter(1, name)
                .setParameter(2, but)
                .getResultList();
    }

    boolean isAddressOfAnother(String address, long but) {
        return count("(email = ?1 or username = ?1) and id <> ?2", address, but) > 0;
    }

    List<Staff> reviewers() {
        return list("where reviews = true and disabledAt is null order by name, id");
    }

    List<Staff> managers() {
        return list("where manages = true and disabledAt is null order by name, id");
    }

    /** Accounts whose name, user name or email address contains these words, by name. */
    List<Staff> like(String words, int page, int size) {
        return find(LIKE, Sort.by("name", "id"), pattern(words))
                .page(Page.of(page, size))
                .list();
    }

    long countLike(String words) {
        return count(LIKE, pattern(words));
    }

    private static String pattern(String words) {
        var plain = words.strip().toLowerCase(Locale.UK).replaceAll("[%_\\\\]", "");
        return "%" + plain + "%";
    }
}
