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
 * Erases a member of staff: replaces their name, user name and email address, also former ones, wherever they are stored. The label that
 * replaces the name has the account's public id, so that their acts can still be kept apart from those of others. Words from
 * before the account was made, without its address, mean somebody or something else: an account could otherwise be made and
 * erased under the words of a reason.
 */
@Singleton
public class StaffErasure {
    /** The row is of the account's time, or has its address or what replaces it. */
    private static final String OF_ITS_TIME = """
            and (`%1$s` is null or `%1$s` >= coalesce((select created_at from staff where id = ?5), '1970-01-01')
              or instr(`%2$s`, ?6) > 0 or instr(`%2$s`, ?7) > 0)""";

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
     * Returns whether the name may mean something else: somebody here has the same name, one that contains it or one that
     * it contains, or it is a word of letters alone. Text with the name alone is then kept.
     */
    @Transactional
    public boolean hasNamesake(Account account) {
        return !OwnWords.of(account, staff).nameInText();
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
        var former = staff.formerNames(account);
        var own = OwnWords.of(account, staff);
        var words = ErasureReplacements.of(account, own);
        erased.fire(new StaffErased(account.id(), own.email() ? account.email() : null));
        member.erase(words, clock.instant());
        database.flush();
        var lengths = lengths();
        former.forEach(each -> new Removal(each, OwnWords.of(each, staff), lengths).run(by));
        new Removal(account, own, lengths).run(by);
        staff.forgetFormerNames(account.id());
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

    /** Takes one name of a person, and the address that they had with it, out of every table. */
    private final class Removal {
        private final Account account;
        private final OwnWords own;
        private final ErasureReplacements words;
        private final Map<String, Integer> lengths;

        Removal(Account account, OwnWords own, Map<String, Integer> lengths) {
            this.account = account;
            this.own = own;
            this.words = ErasureReplacements.of(account, own);
            this.lengths = lengths;
        }

        void run(StaffMember by) {
            HeldTable.ALL.forEach((table, held) -> {
                if (!table.equals("audit_entry")) {
                    from(table, held);
                }
            });
            audit.erase(by, account, words, own);
        }

        private void from(String table, HeldTable held) {
            if (own.name()) {
                HeldTable.each(held.names()).forEach(column -> replace(table, column, account.name(), words.label()));
            }
            HeldTable.each(held.usernames())
                    .forEach(column -> replace(table, column, account.username(), words.username()));
            var email = account.email();
            if (email != null && own.email()) {
                HeldTable.each(held.emails()).forEach(column -> replace(table, column, email, words.email()));
            }
            HeldTable.each(held.words())
                    .forEach(column -> words.replaced().forEach(each -> {
                        boolean always = held.since() == null || each.sought().contains("@");
                        takeOut(table, column, always ? "" : OF_ITS_TIME.formatted(held.since(), column), each);
                    }));
        }

        private void takeOut(String table, String column, String ofItsTime, ErasureReplacements.TextReplacement each) {
            var update = database.createNativeQuery(
                            "update `%1$s` set `%2$s` = left(regexp_replace(`%2$s`, ?2, ?3), ?4) where instr(`%2$s`, ?1) > 0 %3$s"
                                    .formatted(table, column, ofItsTime))
                    .setParameter(1, each.sought())
                    .setParameter(2, each.pattern())
                    .setParameter(3, each.by())
                    .setParameter(4, lengths.getOrDefault(table + "." + column, 0));
            if (!ofItsTime.isEmpty()) {
                update.setParameter(5, account.id())
                        .setParameter(6, words.addressOf(account))
                        .setParameter(7, words.username());
            }
            update.executeUpdate();
        }
    }

    private void replace(String table, String column, String was, String becomes) {
        database.createNativeQuery("update `%s` set `%s` = ?2 where `%s` = ?1".formatted(table, column, column))
                .setParameter(1, was)
                .setParameter(2, becomes)
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
