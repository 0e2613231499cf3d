package uk.thinkuknow.schools.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.signin.Keycloak;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.AccountOrder;
import uk.thinkuknow.schools.members.AccountOrders;
import uk.thinkuknow.schools.members.MembershipService;
import uk.thinkuknow.schools.members.Memberships;
import uk.thinkuknow.schools.members.SchoolStaffAccess;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Finds the invitation that a link belongs to and accepts it, once: with a new account, or with the account that is
 * signed in.
 */
@Singleton
class InvitationAcceptance {
    private final Invitations invitations;
    private final Memberships memberships;
    private final MembershipService members;
    private final AccountOrders orders;
    private final OneTimePasswords passwords;
    private final RoleLetters letters;
    private final SchoolStaffAccess schoolStaffAccess;
    private final SchoolService schools;
    private final PeopleService people;
    private final Clock clock;

    InvitationAcceptance(
            Invitations invitations,
            Memberships memberships,
            MembershipService members,
            AccountOrders orders,
            OneTimePasswords passwords,
            RoleLetters letters,
            SchoolStaffAccess schoolStaffAccess,
            SchoolService schools,
            PeopleService people,
            Clock clock) {
        this.invitations = invitations;
        this.memberships = memberships;
        this.members = members;
        this.orders = orders;
        this.passwords = passwords;
        this.letters = letters;
        this.schoolStaffAccess = schoolStaffAccess;
        this.schools = schools;
        this.people = people;
        this.clock = clock;
    }

    /**
     * An invitation as the holder of its link sees it.
     *
     * @param whither the name of the school, or "the ThinkUKnow programme"
     * @param known whether an account has the invited address as its username
     * @param account the account that accepted it, or null
     */
    record OpenedInvitation(
            Invitation.State state,
            String whither,
            InvitedPerson to,
            String by,
            boolean known,
            @Nullable AcceptingAccount account) {}

    /** The invited person, and the part or role they will have. */
    record InvitedPerson(String name, String email, String as) {}

    /**
     * The account that accepted an invitation.
     *
     * @param password the one-time password while it is shown, else null
     * @param pending whether Keycloak still has open orders for it
     */
    record AcceptingAccount(String username, @Nullable String password, boolean pending) {}

    /**
     * Finds an invitation by the key in its link.
     *
     * @throws NotFound if no invitation has this key
     */
    @Transactional
    OpenedInvitation open(String key) {
        return opened(invitations.by(InvitationKey.of(key).hash()).orElseThrow(NotFound::new));
    }

    /**
     * Accepts an invitation with a new account, named by the invited email address.
     *
     * @throws NotFound if no invitation has this key
     * @throws Refused if the invitation is not open, the account exists already, or the school has closed
     */
    @Transactional
    void acceptAsNew(String key) {
        var invitation = held(key);
        invitation.requireOpen(clock.instant());
        var username = Keycloak.userNameOf(invitation.email());
        if (people.accountByUsername(username).isPresent()) {
            throw new Refused("accounts.accountExists", username);
        }
        var staffId = people.addAccount(username, invitation.name(), invitation.email(), true);
        orders.give(username, AccountOrder.Kind.CREATE, null, invitation.invitedBy());
        accept(invitation, staffId);
    }

    /**
     * Accepts an invitation with the account that is signed in.
     *
     * @return the name of the school or the programme
     * @throws NotFound if no invitation has this key
     * @throws Refused if the invitation is not open, or the school has closed
     */
    @Transactional
    String acceptAs(StaffMember me, String key) {
        var invitation = held(key);
        accept(invitation, me.id());
        return invitation.whither(schools);
    }

    private void accept(Invitation invitation, long staffId) {
        invitation.use(staffId, clock.instant());
        var person = people.account(staffId);
        var schoolId = invitation.schoolId();
        var part = invitation.part();
        var how = Words.of("accounts.invitedBy", invitation.invitedBy(), invitation.email());
        if (schoolId == null || part == null) {
            orders.give(person.username(), AccountOrder.Kind.ADD_ROLE, invitation.role(), person.name());
            letters.tell(person, String.valueOf(invitation.role()), invitation.invitedBy());
            people.note(
                    person.name(),
                    Words.of("accounts.actJoined"),
                    "account " + person.publicId(),
                    Words.of("accounts.asHow", invitation.asOne(), how));
        } else {
            var school = schools.school(schoolId);
            schoolStaffAccess.requireOpen(school);
            members.join(
                    person, school, part, person.name(), new MembershipService.Admission(how, invitation.inviter()));
        }
    }

    private Invitation held(String key) {
        var invitation = invitations.locked(InvitationKey.of(key).hash()).orElseThrow(NotFound::new);
        if (invitation.schoolId() != null) {
            memberships.hold(invitation.schoolId());
        }
        return invitation;
    }

    private OpenedInvitation opened(Invitation invitation) {
        var now = clock.instant();
        var usedBy = invitation.usedBy();
        return new OpenedInvitation(
                invitation.stateAt(now),
                invitation.whither(schools),
                new InvitedPerson(invitation.name(), invitation.email(), invitation.asOne()),
                invitation.invitedBy(),
                people.accountByUsername(Keycloak.userNameOf(invitation.email()))
                        .isPresent(),
                usedBy == null ? null : used(invitation, people.account(usedBy)));
    }

    private AcceptingAccount used(Invitation invitation, Account account) {
        var shown = orders.createdAccount(account.username())
                && invitation.showsPasswordAt(clock.instant())
                && isFirst(invitation, account.id());
        return new AcceptingAccount(
                account.username(), shown ? passwords.of(invitation) : null, orders.isPending(account.username()));
    }

    private boolean isFirst(Invitation invitation, long staffId) {
        return invitations
                .thatMade(staffId)
                .filter(first -> first.publicId().equals(invitation.publicId()))
                .isPresent();
    }
}
