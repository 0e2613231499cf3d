package uk.thinkuknow.schools.accounts;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.signin.Keycloak;
import uk.thinkuknow.identity.signin.KeycloakProblem;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.AccountOrder;
import uk.thinkuknow.schools.members.AccountOrders;
import uk.thinkuknow.schools.members.Membership;
import uk.thinkuknow.schools.members.MembershipService;
import uk.thinkuknow.schools.members.Memberships;
import uk.thinkuknow.schools.members.RightsEnded;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Lets the programme's administrators change an account: its roles, its area, its schools and whether it is disabled.
 * Roles and disabling are also written as orders to Keycloak; an area is stored only here.
 */
@Singleton
public class AccountService {
    /**
     * The roles that the programme's administrators give. A teacher's role follows from memberships, a safeguarding
     * lead's from appointments.
     */
    public static final List<String> PROGRAMME_ROLES =
            List.of(Role.TRAINER, Role.REVIEWER, Role.MANAGER, Role.ADMINISTRATOR, Role.AUDITOR);

    private final Memberships memberships;
    private final MembershipService members;
    private final AccountOrders orders;
    private final Keycloak keycloak;
    private final SchoolService schools;
    private final PeopleService people;
    private final RoleLetters letters;
    private final Event<RightsEnded> rightsEnded;

    AccountService(
            Memberships memberships,
            MembershipService members,
            AccountOrders orders,
            Keycloak keycloak,
            SchoolService schools,
            PeopleService people,
            RoleLetters letters,
            Event<RightsEnded> rightsEnded) {
        this.memberships = memberships;
        this.members = members;
        this.orders = orders;
        this.keycloak = keycloak;
        this.schools = schools;
        this.people = people;
        this.letters = letters;
        this.rightsEnded = rightsEnded;
    }

    /** Returns by what Keycloak knows an account. */
    public Keycloak.AccountKey atKeycloak(Account account) {
        return new Keycloak.AccountKey(account.username(), people.subjectOf(account.username()));
    }

    /** A school of an account, and whether the person is its teacher or its administrator. */
    public record AccountSchool(SchoolFacts school, Membership.Part part) {}

    /** What the page of an account needs: the account, its schools and its open orders to Keycloak. */
    public record AccountSheet(Account account, List<AccountSchool> schools, List<AccountOrder> open) {}

    /** @throws NotFound if there is no such account */
    @Transactional
    public AccountSheet sheet(PublicId id) {
        var account = people.account(id);
        return new AccountSheet(
                account,
                memberships.ofStaff(account.id()).stream()
                        .map(each -> new AccountSchool(schools.school(each.schoolId()), each.part()))
                        .toList(),
                orders.openOf(account.username()));
    }

    /** The open orders of all accounts, oldest first, at most 100. */
    @Transactional
    public List<AccountOrder> open() {
        return orders.open();
    }

    /** Makes the pending orders of all accounts due now. */
    @Transactional
    public void retryOrders(StaffMember by) {
        int waiting = orders.retryAllNow();
        people.note(by.name(), Words.of("accounts.actRetried"), "accounts", Words.of("accounts.retried", waiting));
    }

    /** A change of roles that was chosen on a page: the roles that the page showed, and those to have now. */
    public record RoleChange(Collection<String> shown, Collection<String> wanted) {
        /** The roles after the change; those that the page did not show and nobody chose stay as they are. */
        Set<String> of(Set<String> before) {
            var now = new TreeSet<>(before);
            now.removeAll(known(shown));
            var chosen = known(wanted);
            // what somebody else has taken away meanwhile does not come back
            chosen.removeIf(role -> shown.contains(role) && !before.contains(role));
            now.addAll(chosen);
            return now;
        }
    }

    /**
     * The roles of an account in Keycloak. Not in a transaction, because Keycloak may be slow.
     *
     * @throws NotFound if there is no such account
     * @throws Refused if Keycloak does not answer, or does not know the account
     */
    public List<String> rolesInKeycloak(PublicId id) {
        var account = people.account(id);
        try {
            return keycloak.rolesOf(atKeycloak(account))
                    .orElseThrow(() -> new Refused("signin.noAccount", account.username()));
        } catch (KeycloakProblem e) {
            throw new Refused("accounts.rolesUnknown", e.words());
        }
    }

    /**
     * Orders in Keycloak to add and remove roles of the programme; removing a role also ends all sign-ins.
     *
     * @param inKeycloak the roles that the account has; what the page showed is not believed
     * @throws Refused if administrators would remove their own role, or give themselves one
     */
    @Transactional
    public void setRoles(StaffMember by, PublicId id, Collection<String> inKeycloak, RoleChange change) {
        var account = people.account(id);
        var before = known(inKeycloak);
        orders.openOf(account.username()).forEach(open -> apply(open, before));
        var now = change.of(before);
        if (before.equals(now)) {
            return;
        }
        if (account.id() == by.id() && !before.containsAll(now)) {
            throw new Refused("accounts.ownRoles");
        }
        if (account.id() == by.id() && before.contains(Role.ADMINISTRATOR) && !now.contains(Role.ADMINISTRATOR)) {
            throw new Refused("accounts.ownRole");
        }
        for (var role : PROGRAMME_ROLES) {
            if (now.contains(role) && !before.contains(role)) {
                orders.give(account.username(), AccountOrder.Kind.ADD_ROLE, role, by.name());
                letters.tell(account, role, by.name());
            } else if (before.contains(role) && !now.contains(role)) {
                orders.give(account.username(), AccountOrder.Kind.REMOVE_ROLE, role, by.name());
            }
        }
        if (!now.containsAll(before)) {
            orders.signOut(account, by.name()); // sign-ins made with the old role must end
            var ended = new TreeSet<>(before);
            ended.removeAll(now);
            people.forgetRoles(account.id(), ended);
            rightsEnded.fire(new RightsEnded(account.id(), null, by.name(), ended));
        }
        people.noteChange(by.name(), Words.of("accounts.actChangedRoles"), subject(account), words(before), words(now));
    }

    private static void apply(AccountOrder open, Set<String> roles) {
        var role = open.role();
        if (role != null && open.kind() == AccountOrder.Kind.ADD_ROLE && PROGRAMME_ROLES.contains(role)) {
            roles.add(role);
        } else if (role != null && open.kind() == AccountOrder.Kind.REMOVE_ROLE) {
            roles.remove(role);
        }
    }

    /**
     * Sets the area that the person manages; Keycloak is not told.
     *
     * @param area the token of an area, or empty for the whole programme
     * @throws NotFound if there is no such area
     * @throws Refused if it is the administrator's own account
     */
    @Transactional
    public void setArea(StaffMember by, PublicId id, String area) {
        var account = people.account(id);
        var was = account.place().scope();
        var now = Scope.read(area)
                .filter(each -> each.isProgramme() || schools.areas().containsKey(area))
                .orElseThrow(NotFound::new);
        requireAnother(by, account);
        people.setArea(account.id(), now);
        if (!was.equals(now)) {
            rightsEnded.fire(new RightsEnded(account.id(), null, by.name(), Set.of())); // those of the area
        }
        people.noteChange(by.name(), Words.of("accounts.actChangedArea"), subject(account), name(was), name(now));
    }

    /**
     * Makes the person a member of a school without a claim.
     *
     * @throws Refused if it is the administrator's own account
     */
    @Transactional
    public SchoolFacts addSchool(StaffMember by, PublicId id, PublicId schoolId, Membership.Part part) {
        memberships.hold(schoolId);
        var school = schools.school(schoolId);
        var account = people.account(id);
        requireAnother(by, account);
        members.join(
                account,
                school,
                part,
                by.name(),
                new MembershipService.Admission(Words.of("accounts.byAdministrator"), by.id()));
        return school;
    }

    private static void requireAnother(StaffMember by, Account account) {
        if (account.id() == by.id()) {
            throw new Refused("accounts.ownRoles");
        }
    }

    /**
     * Disables an account and ends its sign-ins.
     *
     * @throws Refused if it is the administrator's own account
     */
    @Transactional
    public void disable(StaffMember by, PublicId id) {
        var account = people.account(id);
        if (account.id() == by.id()) {
            throw new Refused("accounts.ownAccount");
        }
        if (account.isDisabled()) {
            return;
        }
        people.disable(account.id(), true);
        orders.give(account.username(), AccountOrder.Kind.DISABLE, null, by.name());
        orders.signOut(account, by.name());
        rightsEnded.fire(new RightsEnded(account.id(), null, by.name(), Set.copyOf(PROGRAMME_ROLES)));
        noteSignIn(by, "accounts.actDisabled", account, "accounts.maySignIn", "accounts.mayNotSignIn");
    }

    /** Enables a disabled account again. */
    @Transactional
    public void enable(StaffMember by, PublicId id) {
        var account = people.account(id);
        if (!account.isDisabled()) {
            return;
        }
        people.disable(account.id(), false);
        orders.give(account.username(), AccountOrder.Kind.ENABLE, null, by.name());
        noteSignIn(by, "accounts.actEnabled", account, "accounts.mayNotSignIn", "accounts.maySignIn");
    }

    private void noteSignIn(StaffMember by, String act, Account account, String was, String became) {
        people.noteChange(by.name(), Words.of(act), subject(account), Words.of(was), Words.of(became));
    }

    private String name(Scope area) {
        return area.isProgramme() ? Words.of("accounts.wholeProgramme") : schools.nameOf(area);
    }

    private static Set<String> known(Collection<String> roles) {
        var known = new TreeSet<>(roles);
        known.retainAll(PROGRAMME_ROLES);
        return known;
    }

    private static String words(Set<String> roles) {
        return roles.isEmpty() ? Words.of("accounts.noRole") : String.join(", ", roles);
    }

    private static String subject(Account account) {
        return "account " + account.publicId();
    }
}
