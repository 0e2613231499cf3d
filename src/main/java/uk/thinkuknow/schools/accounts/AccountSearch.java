package uk.thinkuknow.schools.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.members.Membership;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Finds accounts by typed words and describes each in a few words (schools, area, roles) from the product's own tables,
 * without asking Keycloak.
 */
@Singleton
public class AccountSearch {
    private final Session database;
    private final SchoolService schools;
    private final PeopleService people;

    AccountSearch(Session database, SchoolService schools, PeopleService people) {
        this.database = database;
        this.schools = schools;
        this.people = people;
    }

    /**
     * One page of the accounts found.
     *
     * @param facts the description of each, by the id of the account
     * @param count the number of accounts on all pages
     */
    public record FoundAccounts(List<Account> accounts, Map<Long, String> facts, long count) {}

    /**
     * The accounts that match the words.
     *
     * @param page counted from 0
     */
    @Transactional
    public FoundAccounts like(String words, int page, int size) {
        var found = people.accountsLike(words, page, size);
        return new FoundAccounts(found, of(found), people.countAccountsLike(words));
    }

    /** The description of each account, by its id. */
    private Map<Long, String> of(List<Account> accounts) {
        var areas = schools.areas();
        var rows = rows(accounts.stream().map(Account::id).toList());
        return accounts.stream()
                .collect(Collectors.toMap(
                        Account::id,
                        each -> words(
                                rows.getOrDefault(each.id(), List.of()),
                                areas.get(each.place().scope().token()))));
    }

    /** A row for each school of an account; a single row without a school for an account that has none. */
    private Map<Long, List<Object[]>> rows(List<Long> ids) {
        return database.createNativeQuery("""
                        select f.id, f.manages, f.reviews, m.part, s.name
                        from staff_v f
                        left join staff_school_v m on m.staff_id = f.id and m.valid_to is null
                        left join school_v s on s.id = m.school_id
                        where f.id in ?1
                        order by s.name""", Object[].class).setParameter(1, ids).getResultList().stream()
                .collect(Collectors.groupingBy(row -> ((Number) row[0]).longValue()));
    }

    private static String words(List<Object[]> rows, @Nullable String area) {
        var facts = new ArrayList<String>();
        rows.stream().findFirst().ifPresent(row -> facts.addAll(ofProgramme((Boolean) row[1], (Boolean) row[2], area)));
        rows.stream()
                .filter(row -> row[4] != null)
                .forEach(row -> facts.add(Words.of(
                        "accounts.partAt",
                        Membership.Part.valueOf((String) row[3]).inWords(),
                        row[4])));
        return TextFormat.capitalised(String.join("; ", facts));
    }

    private static List<String> ofProgramme(boolean manages, boolean reviews, @Nullable String area) {
        var facts = new ArrayList<String>();
        if (manages) {
            facts.add(Words.of("accounts.managerOf", area == null ? Words.of("accounts.wholeProgramme") : area));
        } else if (area != null) {
            facts.add(Words.of("accounts.looksAfter", area));
        }
        if (reviews) {
            facts.add(Words.of("staff.role.reviewer"));
        }
        return facts;
    }
}
