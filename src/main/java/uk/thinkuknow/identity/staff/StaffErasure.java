package uk.thinkuknow.identity.staff;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;

/**
 * Erases a member of staff: replaces their name, user name and email address wherever they are stored. The label that
 * replaces the name has the account's public id, so that their acts can still be kept apart from those of others.
 */
@Singleton
public class StaffErasure {
    private final StaffMembers staff;
    private final AuditEntries audit;
    private final EntityManager database;
    private final Event<StaffErased> erased;
    private final Clock clock;

    StaffErasure(
            StaffMembers staff, AuditEntries audit, EntityManager database, Event<StaffErased> erased, Clock clock) {
        this.staff = staff;
        this.audit = audit;
        this.database = database;
        this.erased = erased;
        this.clock = clock;
    }

    /**
     * Returns whether somebody else here has the same name. Text with the name alone is then kept, because it may mean
     * the other person.
     */
    @Transactional
    public boolean hasNamesake(Account account) {
        return staff.count("name = ?1 and id <> ?2", account.name(), account.id()) > 0;
    }

    /**
     * Erases an account in the caller's transaction.
     *
     * @return the label that replaces the name from now on
     * @throws NotFound if there is no such account
     */
    @Transactional
    public String erase(StaffMember by, PublicId id) {
        var member = staff.called(id).orElseThrow(NotFound::new);
        var account = member.account();
        var byName = !hasNamesake(account);
        var words = ErasureReplacements.of(account, byName);
        erased.fire(new StaffErased(account.id(), account.email()));
        member.erase(words, clock.instant());
        database.flush();
        var lengths = lengths();
        HeldTable.ALL.forEach((table, held) -> {
            if (!table.equals("audit_entry")) {
                erase(table, held, account, words, byName, lengths);
            }
        });
        audit.erase(by, account, words, byName);
        return words.label();
    }

    /**
     * Deletes the hash of the former user name, after Keycloak has deleted the account; nothing is left that reveals
     * the name.
     */
    @Transactional
    public void forgetUsername(String username) {
        staff.erasedAs(username).ifPresent(Staff::forgetUsername);
    }

    private void erase(
            String table,
            HeldTable held,
            Account account,
            ErasureReplacements words,
            boolean byName,
            Map<String, Integer> lengths) {
        if (byName) {
            HeldTable.each(held.names()).forEach(column -> replace(table, column, account.name(), words.label()));
        }
        HeldTable.each(held.usernames())
                .forEach(column -> replace(table, column, account.username(), words.username()));
        var email = account.email();
        if (email != null) {
            HeldTable.each(held.emails()).forEach(column -> replace(table, column, email, words.email()));
        }
        HeldTable.each(held.words())
                .forEach(column -> words.replaced()
                        .forEach(each -> takeOut(table, column, each, lengths.getOrDefault(table + "." + column, 0))));
    }

    private void replace(String table, String column, String was, String becomes) {
        database.createNativeQuery("update `%s` set `%s` = ?2 where `%s` = ?1".formatted(table, column, column))
                .setParameter(1, was)
                .setParameter(2, becomes)
                .executeUpdate();
    }

    private void takeOut(String table, String column, ErasureReplacements.TextReplacement each, int atMost) {
        database.createNativeQuery(
                        "update `%1$s` set `%2$s` = left(regexp_replace(`%2$s`, ?2, ?3), ?4) where instr(`%2$s`, ?1) > 0"
                                .formatted(table, column))
                .setParameter(1, each.sought())
                .setParameter(2, each.pattern())
                .setParameter(3, each.by())
                .setParameter(4, atMost)
                .executeUpdate();
    }

    /** The length of each text column in characters. */
    private Map<String, Integer> lengths() {
        var lengths = new HashMap<String, Integer>();
        database.createNativeQuery("""
                        select concat(table_name, '.', column_name), least(character_maximum_length, 2000000000)
                        from information_schema.columns
                        where table_schema = database() and character_maximum_length is not null""", Object[].class)
                .getResultList()
                .forEach(row -> lengths.put((String) ((Object[]) row)[0], ((Number) ((Object[]) row)[1]).intValue()));
        return lengths;
    }
}
