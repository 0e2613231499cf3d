package uk.thinkuknow.schools.accounts;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.imports.SchoolsSucceeded;
import uk.thinkuknow.schools.members.MembershipService;
import uk.thinkuknow.schools.members.Memberships;
import uk.thinkuknow.schools.members.RightsEnded;
import uk.thinkuknow.schools.members.SchoolStaffAccess;
import uk.thinkuknow.schools.members.StaffLetters;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Sends, lists and withdraws invitations: of a school for those who may change its staff, of the programme for its
 * administrators.
 */
@Singleton
public class InvitationService {
    private static final int A_DAY_AT_MOST = 200;
    static final Duration STILL_LISTED = Duration.ofDays(60);
    private final Invitations invitations;
    private final Memberships memberships;
    private final SchoolStaffAccess schoolStaffAccess;
    private final SchoolService schools;
    private final PeopleService people;
    private final StaffLetters letters;
    private final Clock clock;
    private final RandomGenerator random;

    InvitationService(
            Invitations invitations,
            Memberships memberships,
            SchoolStaffAccess schoolStaffAccess,
            SchoolService schools,
            PeopleService people,
            StaffLetters letters,
            Clock clock,
            RandomGenerator random) {
        this.invitations = invitations;
        this.memberships = memberships;
        this.schoolStaffAccess = schoolStaffAccess;
        this.schools = schools;
        this.people = people;
        this.letters = letters;
        this.clock = clock;
        this.random = random;
    }

    /** An unused invitation as listed for those who can withdraw it. */
    public record SentInvitation(
            String id, String name, String email, String as, String by, String until, boolean expired) {}

    /** An open invitation as listed for the person it was sent to. */
    record ReceivedInvitation(String whither, String until) {}

    /**
     * Invites a person to a school by email.
     *
     * @return the message for the sender
     * @throws NotFound if the sender may not see the school
     * @throws Refused if the sender may not change its staff, the school has closed, the person is a member or is invited
     *     already, also with an addition to their address, or the school sent 200 invitations in the last 24 hours
     */
    @Transactional
    public String invite(StaffMember by, PublicId schoolId, Invitation.Invitee whom) {
        var school = schoolStaffAccess.lockForChange(by, schoolId);
        schoolStaffAccess.requireOpen(school);
        if (memberships.ofSchool(school.id()).stream()
                .map(each -> mailbox(people.account(each.staffId()).email()))
                .anyMatch(mailbox(whom.email())::equals)) {
            throw new Refused("accounts.memberAlready", school.name());
        }
        invitations.unusedOf(school.id(), clock.instant()).stream()
                .map(Invitation::email)
                .filter(open -> mailbox(open).equals(mailbox(whom.email())))
                .findFirst()
                .ifPresent(open -> {
                    throw new Refused("accounts.invitedAlready", open);
                });
        return send(by, school.id(), whom, school.name(), MembershipService.subject(school));
    }

    /** An address without what somebody adds to their own with a plus sign; nobody is a second person by it. */
    private static String mailbox(@Nullable String email) {
        var address = String.valueOf(email).toLowerCase(Locale.ROOT);
        int plus = address.indexOf('+');
        int at = address.lastIndexOf('@');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }

    /**
     * Invites a person to the programme with one of its roles.
     *
     * @return the message for the sender
     * @throws Refused if it is not a role of the programme, the person is invited already, the address is that of an
     *     account or an open invitation with an addition, or the programme sent 200 invitations in the last 24 hours
     */
    @Transactional
    public String inviteToProgramme(StaffMember by, Invitation.Invitee whom) {
        if (!AccountService.PROGRAMME_ROLES.contains(String.valueOf(whom.role()))) {
            throw new Refused("accounts.roleMissing");
        }
        var mailbox = mailbox(whom.email());
        Stream.concat(
                        people.addressesAt(mailbox.substring(mailbox.lastIndexOf('@'))).stream(),
                        invitations.unusedOf(null, clock.instant()).stream().map(Invitation::email))
                .filter(each ->
                        !each.equalsIgnoreCase(whom.email()) && mailbox(each).equals(mailbox))
                .findFirst()
                .ifPresent(each -> {
                    throw new Refused("accounts.mailboxOf", each);
                });
        return send(by, null, whom, Invitation.PROGRAMME, "accounts");
    }

    private String send(
            StaffMember by, @Nullable Long schoolId, Invitation.Invitee whom, String whither, String subject) {
        var now = clock.instant();
        if (invitations.openTo(schoolId, whom.email(), now).isPresent()) {
            throw new Refused("accounts.invitedAlready", whom.email());
        }
        if (invitations.countSince(schoolId, now.minus(Duration.ofDays(1))) >= A_DAY_AT_MOST) {
            throw new Refused("accounts.tooManyInvitations", A_DAY_AT_MOST);
        }
        var key = InvitationKey.draw(random);
        var path = InvitationLinkResource.PATH + "#" + key.inLink();
        var invitation = new Invitation(schoolId, whom, key.hash(), by, now);
        invitations.persist(invitation);
        letters.write(
                whom.email(),
                Words.of("accounts.letterSubject", by.name(), whither),
                path,
                subject,
                List.of(
                        Words.of("accounts.letterHello", whom.name()),
                        Words.of("accounts.letterInvites", by.name(), whither, invitation.asOne()),
                        Words.of("accounts.letterLink", TextFormat.day(invitation.expiresAt()))));
        people.note(
                by.name(),
                Words.of("accounts.actInvited"),
                subject,
                Words.of("accounts.inviteeFacts", whom.name(), whom.email(), invitation.asOne()));
        return Words.of("accounts.invited", letters.sentMessage(path));
    }

    /** Withdraws an unused invitation to a school; does nothing if it is withdrawn already. */
    @Transactional
    public void withdraw(StaffMember by, PublicId schoolId, PublicId id) {
        var school = schoolStaffAccess.lockForChange(by, schoolId);
        withdraw(by, invitations.of(school.id(), id), MembershipService.subject(school));
    }

    /** Withdraws an unused invitation to the programme; does nothing if it is withdrawn already. */
    @Transactional
    public void withdraw(StaffMember by, PublicId id) {
        withdraw(by, invitations.of(null, id), "accounts");
    }

    private void withdraw(StaffMember by, Optional<Invitation> found, String subject) {
        var invitation =
                found.flatMap(each -> invitations.locked(each.keyHash())).orElseThrow(NotFound::new);
        if (invitation.stateAt(clock.instant()) == Invitation.State.WITHDRAWN) {
            return;
        }
        invitation.withdraw(clock.instant());
        people.note(by.name(), Words.of("accounts.actWithdrew"), subject, invitation.email());
    }

    /** Withdraws what somebody sent who may invite no longer; otherwise they would come back by a link of their own. */
    void hear(@Observes RightsEnded lost) {
        invitations.openFrom(lost.staffId(), lost.schoolId(), clock.instant()).forEach(each -> {
            each.withdraw(clock.instant());
            people.note(
                    lost.by(),
                    Words.of("accounts.actWithdrew"),
                    each.schoolId() == null ? "accounts" : MembershipService.subject(schools.school(each.schoolId())),
                    each.email());
        });
    }

    /**
     * Withdraws the open invitations of schools that hand over. Nobody at the successor sees them, and everyone who accepted
     * one would go on there with the next file of the register.
     */
    void hear(@Observes SchoolsSucceeded succeeded) {
        invitations.openToSchools(clock.instant()).stream()
                .filter(each -> succeeded.successors().containsKey(each.schoolId()))
                .forEach(each -> {
                    each.withdraw(clock.instant());
                    people.noteByItself(
                            Words.of("accounts.actWithdrew"),
                            MembershipService.subject(schools.school(Objects.requireNonNull(each.schoolId()))),
                            each.email());
                });
    }

    /** The unused invitations of a school: open, or expired in the last 60 days. */
    @Transactional
    public List<SentInvitation> sentBy(SchoolFacts school) {
        return sent(school.id());
    }

    /** The unused invitations of the programme: open, or expired in the last 60 days. */
    @Transactional
    public List<SentInvitation> sentByProgramme() {
        return sent(null);
    }

    /** The open invitations to an address. */
    @Transactional
    List<ReceivedInvitation> openTo(String email) {
        return invitations.openTo(email.toLowerCase(Locale.ROOT), clock.instant()).stream()
                .map(each -> new ReceivedInvitation(each.whither(schools), TextFormat.day(each.expiresAt())))
                .toList();
    }

    private List<SentInvitation> sent(@Nullable Long schoolId) {
        var now = clock.instant();
        return invitations.unusedOf(schoolId, now.minus(STILL_LISTED)).stream()
                .map(each -> new SentInvitation(
                        each.publicId().value(),
                        each.name(),
                        each.email(),
                        each.asOne(),
                        each.invitedBy(),
                        TextFormat.day(each.expiresAt()),
                        each.stateAt(now) == Invitation.State.EXPIRED))
                .toList();
    }
}
