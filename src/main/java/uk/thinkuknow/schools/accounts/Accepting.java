package uk.thinkuknow.schools.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.AccountOrder;
import uk.thinkuknow.schools.members.AccountOrders;
import uk.thinkuknow.schools.members.Members;
import uk.thinkuknow.schools.members.Memberships;
import uk.thinkuknow.schools.school.SchoolService;

/** Invitations as whoever has the link finds and accepts them, once. */
@Singleton
class Accepting {
    private final Invitations invitations;
    private final Memberships memberships;
    private final Members members;
    private final AccountOrders orders;
    private final OneTimePasswords passwords;
    private final SchoolService schools;
    private final PeopleService people;
    private final Clock clock;

    Accepting(
            Invitations invitations,
            Memberships memberships,
            Members members,
            AccountOrders orders,
            OneTimePasswords passwords,
            SchoolService schools,
            PeopleService people,
            Clock clock) {
        this.invitations = invitations;
        this.memberships = memberships;
        this.members = members;
        this.orders = orders;
        this.passwords = passwords;
        this.schools = schools;
        this.people = people;
        this.clock = clock;
    }

    /**
     * An invitation as whoever has the link finds it.
     *
     * @param whither "Oakfield Primary School" or "the ThinkUKnow programme"
     * @param known whether there is an account under the address
     * @param account the one it made or was taken by, once it is used
     */
    record Opened(
            Invitation.State state,
            String whither,
            To to,
            String by,
            boolean known,
            @Nullable Used account) {}

    /** Who is invited, and as what. */
    record To(String name, String email, String as) {}

    /**
     * The account of whoever has used it.
     *
     * @param password the one-time password, while it is shown
     * @param pending whether Keycloak has yet to be told
     */
    record Used(String username, @Nullable String password, boolean pending) {}

    /** @throws NotFound if there is no invitation with this key */
    @Transactional
    Opened open(String key) {
        return opened(invitations.by(InvitationKey.of(key).hash()).orElseThrow(NotFound::new));
    }

    /**
     * Makes an account for whoever has the link, under her e-mail address, and lets her join.
     *
     * @throws Refused if the invitation is not open, or there is such an account already
     */
    @Transactional
    void acceptAsNew(String key) {
        var invitation = held(key);
        invitation.requireOpen(clock.instant());
        if (people.accountCalled(invitation.email()).isPresent()) {
            throw new Refused("There is an account for " + invitation.email() + " already. Sign in with it to accept.");
        }
        var staffId = people.introduce(invitation.email(), invitation.name(), invitation.email(), true);
        orders.give(invitation.email(), AccountOrder.Kind.CREATE, null, invitation.invitedBy());
        accept(invitation, staffId);
    }

    /**
     * @return the name of what she has joined
     * @throws Refused if the invitation is not open
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
        var how = "invited by " + invitation.invitedBy() + " at " + invitation.email();
        if (schoolId == null || part == null) {
            orders.give(person.username(), AccountOrder.Kind.ADD_ROLE, invitation.role(), person.name());
            people.note(
                    person.name(),
                    "joined the programme",
                    "account " + person.publicId(),
                    invitation.asOne() + ", " + how);
        } else {
            members.join(person, schools.school(schoolId), part, person.name(), how);
        }
    }

    private Invitation held(String key) {
        var invitation = invitations.locked(InvitationKey.of(key).hash()).orElseThrow(NotFound::new);
        if (invitation.schoolId() != null) {
            memberships.hold(invitation.schoolId());
        }
        return invitation;
    }

    private Opened opened(Invitation invitation) {
        var now = clock.instant();
        var usedBy = invitation.usedBy();
        return new Opened(
                invitation.stateAt(now),
                invitation.whither(schools),
                new To(invitation.name(), invitation.email(), invitation.asOne()),
                invitation.invitedBy(),
                people.accountCalled(invitation.email()).isPresent(),
                usedBy == null ? null : used(invitation, people.account(usedBy)));
    }

    private Used used(Invitation invitation, Account account) {
        var shown = orders.made(account.username())
                && invitation.showsPasswordAt(clock.instant())
                && isFirst(invitation, account.id());
        return new Used(
                account.username(), shown ? passwords.of(invitation) : null, orders.isPending(account.username()));
    }

    private boolean isFirst(Invitation invitation, long staffId) {
        return invitations
                .thatMade(staffId)
                .filter(first -> first.publicId().equals(invitation.publicId()))
                .isPresent();
    }
}
