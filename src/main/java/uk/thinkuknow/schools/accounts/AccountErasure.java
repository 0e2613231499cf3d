package uk.thinkuknow.schools.accounts;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffErasure;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.AccountOrder;
import uk.thinkuknow.schools.members.AccountOrders;
import uk.thinkuknow.schools.members.Lead;
import uk.thinkuknow.schools.members.Leads;
import uk.thinkuknow.schools.members.MembershipService;
import uk.thinkuknow.schools.members.Memberships;
import uk.thinkuknow.schools.members.OpenWork;
import uk.thinkuknow.schools.members.RightsEnded;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Erases a member of staff: ends their memberships, orders the removal of the account in Keycloak, and replaces what
 * names them in all tables by a label. It refuses while the person still has posts or open work.
 */
@Singleton
public class AccountErasure {
    /** Every table that may hold the name is searched, which takes time. */
    private static final int SECONDS_AT_MOST = 120;

    private static final StaffMember THE_SYSTEM =
            new StaffMember(0, "", PeopleService.BY_ITSELF, Set.of(), null, Scope.PROGRAMME, null);

    private final Memberships memberships;
    private final Leads leads;
    private final MembershipService members;
    private final AccountOrders orders;
    private final List<OpenWork> openWork;
    private final SchoolService schools;
    private final PeopleService people;
    private final StaffErasure erasure;
    private final Event<RightsEnded> rightsEnded;

    AccountErasure(
            Memberships memberships,
            Leads leads,
            MembershipService members,
            AccountOrders orders,
            @All List<OpenWork> openWork,
            SchoolService schools,
            PeopleService people,
            StaffErasure erasure,
            Event<RightsEnded> rightsEnded) {
        this.memberships = memberships;
        this.leads = leads;
        this.members = members;
        this.orders = orders;
        this.openWork = openWork;
        this.schools = schools;
        this.people = people;
        this.erasure = erasure;
        this.rightsEnded = rightsEnded;
    }

    /**
     * What must be done before an account can be erased.
     *
     * @param things what must be done, each with the page to do it on
     * @param namesake whether the name may mean somebody else, so that text with the name alone stays
     */
    public record Obstacles(List<OpenWork.OpenItem> things, boolean namesake) {}

    /**
     * Finds what prevents the erasure: the person leads a school's safeguarding, is a school's only administrator, or
     * has open work.
     */
    @Transactional
    public Obstacles obstaclesTo(Account account) {
        var things = new ArrayList<OpenWork.OpenItem>();
        leads.ofStaff(account.id()).stream()
                .filter(lead -> lead.rank() == Lead.Rank.LEAD
                        || leads.of(lead.schoolId(), Lead.Rank.LEAD).isEmpty())
                .map(lead -> schools.school(lead.schoolId()))
                .forEach(school -> things.add(new OpenWork.OpenItem(
                        Words.of("accounts.leadsAt", school.name()), "/people?school=" + school.publicId())));
        for (var membership : memberships.ofStaff(account.id())) {
            var school = schools.school(membership.schoolId());
            if (memberships.isOnlyAdministrator(membership)) {
                things.add(new OpenWork.OpenItem(
                        Words.of("accounts.onlyAdministrator", school.name()), "/people?school=" + school.publicId()));
            }
        }
        var open = openWork.stream()
                .flatMap(each -> Stream.concat(
                        memberships.ofStaff(account.id()).stream()
                                .flatMap(membership -> each.openOf(account.id(), membership.schoolId()).stream()),
                        each.openOnVisits(account.id()).stream()))
                .distinct()
                .toList();
        things.addAll(open);
        return new Obstacles(things, erasure.hasNamesake(account));
    }

    /**
     * Erases an account; its past acts stay, under the account's public id.
     *
     * @throws NotFound if there is no such account
     * @throws Refused if it is the administrator's own account, or something must be done first
     */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS_AT_MOST)
    public void erase(StaffMember by, PublicId id) {
        var account = people.account(id);
        if (account.id() == by.id()) {
            throw new Refused("accounts.ownErasure");
        }
        if (!obstaclesTo(account).things().isEmpty()) {
            throw new Refused("accounts.obstacles");
        }
        memberships.ofStaff(account.id()).forEach(each -> members.end(by, schools.school(each.schoolId()), account));
        erase(by, account);
    }

    /**
     * Erases somebody again who had been erased before a restore, with all that was open then; somebody who is erased or was
     * never here is left out.
     *
     * @return whether somebody was erased
     */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS_AT_MOST)
    boolean eraseAgain(PublicId id) {
        var account = people.findAccount(id);
        account.ifPresent(each -> {
            memberships
                    .ofStaff(each.id())
                    .forEach(at -> members.endInAnyCase(THE_SYSTEM, schools.school(at.schoolId()), each));
            erase(THE_SYSTEM, each);
        });
        return account.isPresent();
    }

    private void erase(StaffMember by, Account account) {
        rightsEnded.fire(new RightsEnded(account.id(), null, by.name(), Set.copyOf(AccountService.PROGRAMME_ROLES)));
        orders.signOut(account, by.name());
        // the removal replaces all pending orders, which must not delay it
        orders.dropPendingOf(account.username());
        orders.give(account.username(), AccountOrder.Kind.REMOVE, null, by.name());
        erasure.erase(by, account.publicId());
    }

    /** Removes the username from all records, after Keycloak has removed the account. */
    @Transactional
    void eraseUsername(String username) {
        orders.forget(username);
        erasure.forgetUsername(username);
    }
}
