package uk.thinkuknow.staffing;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.Account;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.StaffMember;
import uk.thinkuknow.school.SchoolFacts;
import uk.thinkuknow.school.SchoolService;
import uk.thinkuknow.shared.London;
import uk.thinkuknow.shared.NotFound;
import uk.thinkuknow.shared.PublicId;
import uk.thinkuknow.shared.Refused;

/** Invitations: sent and withdrawn by a school's keepers, used once by whoever has the link. */
@Singleton
class Inviting {
    private static final int KEY_BYTES = 32;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int A_DAY_AT_MOST = 200;
    private static final Duration STILL_LISTED = Duration.ofDays(60);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Invitations invitations;
    private final Memberships memberships;
    private final Keepers keepers;
    private final Members members;
    private final AccountOrders orders;
    private final OneTimePasswords passwords;
    private final SchoolService schools;
    private final PeopleService people;
    private final Letters letters;
    private final Clock clock;
    private final RandomGenerator random;

    Inviting(
            Invitations invitations,
            Memberships memberships,
            Keepers keepers,
            Members members,
            AccountOrders orders,
            OneTimePasswords passwords,
            SchoolService schools,
            PeopleService people,
            Letters letters,
            Clock clock,
            RandomGenerator random) {
        this.invitations = invitations;
        this.memberships = memberships;
        this.keepers = keepers;
        this.members = members;
        this.orders = orders;
        this.passwords = passwords;
        this.schools = schools;
        this.people = people;
        this.letters = letters;
        this.clock = clock;
        this.random = random;
    }

    /** An invitation as its school lists it. */
    record Sent(String id, String name, String email, Membership.Part part, String by, String until, boolean expired) {}

    /**
     * An invitation as whoever has the link finds it.
     *
     * @param username the account it made or was taken by, once it is used
     * @param password the one-time password, while it is shown
     * @param pending whether Keycloak has yet to be told
     */
    record Opened(
            Invitation.State state,
            SchoolFacts school,
            String name,
            String email,
            Membership.Part part,
            String by,
            boolean known,
            @Nullable String username,
            @Nullable String password,
            boolean pending) {}

    /**
     * @return where the link of the letter leads
     * @throws Refused if she belongs to the school, or is invited already
     */
    @Transactional
    String invite(StaffMember by, PublicId schoolId, Invitation.Whom whom) {
        memberships.hold(schoolId);
        var school = keepers.school(by, schoolId);
        keepers.requireKeeper(by, school);
        var now = clock.instant();
        if (memberships.ofSchool(school.id()).stream()
                .map(each -> people.account(each.staffId()).email())
                .anyMatch(whom.email()::equalsIgnoreCase)) {
            throw new Refused("Somebody with this address belongs to " + school.name() + " already.");
        }
        if (invitations.openTo(school.id(), whom.email(), now).isPresent()) {
            throw new Refused(whom.email() + " is invited already. Withdraw that invitation to send another.");
        }
        if (invitations.countSince(school.id(), now.minus(Duration.ofDays(1))) >= A_DAY_AT_MOST) {
            throw new Refused("A school sends at most " + A_DAY_AT_MOST + " invitations a day. Go on tomorrow.");
        }
        var key = drawKey();
        var path = "/invitations/" + key;
        var invitation = new Invitation(PublicId.draw(random), school.id(), whom, hash(key), by.name(), now);
        invitations.persist(invitation);
        letters.write(
                whom.email(),
                by.name() + " invites you to " + school.name() + " on ThinkUKnow Sessions",
                path,
                Members.subject(school),
                List.of(
                        "Hello " + whom.name() + ",",
                        by.name() + " invites you to join " + school.name() + " as a "
                                + whom.part().inWords()
                                + " on ThinkUKnow Sessions, where schools book and run lessons on staying safe online.",
                        "The link is for you alone. It works once, until "
                                + DAY.format(London.dateOf(invitation.expiresAt())) + ":"));
        people.note(
                by.name(),
                "invited",
                Members.subject(school),
                whom.name() + ", " + whom.email() + ", as " + whom.part().inWords());
        return letters.href(path);
    }

    /** Withdraws an invitation that nobody has used; one that is withdrawn stays so. */
    @Transactional
    void withdraw(StaffMember by, PublicId schoolId, PublicId id) {
        memberships.hold(schoolId);
        var school = keepers.school(by, schoolId);
        keepers.requireKeeper(by, school);
        var invitation = invitations.of(school.id(), id).orElseThrow(NotFound::new);
        if (invitation.stateAt(clock.instant()) == Invitation.State.WITHDRAWN) {
            return;
        }
        invitation.withdraw(clock.instant());
        people.note(by.name(), "withdrew an invitation", Members.subject(school), invitation.email());
    }

    /** What a school has sent and nobody has used. */
    @Transactional
    List<Sent> sentBy(SchoolFacts school) {
        var now = clock.instant();
        return invitations.unusedAt(school.id(), now.minus(STILL_LISTED)).stream()
                .map(each -> new Sent(
                        each.publicId().value(),
                        each.name(),
                        each.email(),
                        each.part(),
                        each.invitedBy(),
                        DAY.format(London.dateOf(each.expiresAt())),
                        each.stateAt(now) == Invitation.State.EXPIRED))
                .toList();
    }

    /** @throws NotFound if there is no invitation with this key */
    @Transactional
    Opened open(String key) {
        return opened(invitations.by(hash(key)).orElseThrow(NotFound::new));
    }

    /**
     * Makes an account for whoever has the link, under her e-mail address, and takes her on at the school.
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

    /** @throws Refused if the invitation is not open */
    @Transactional
    SchoolFacts acceptAs(StaffMember me, String key) {
        var invitation = held(key);
        accept(invitation, me.id());
        return schools.school(invitation.schoolId());
    }

    private void accept(Invitation invitation, long staffId) {
        invitation.use(staffId, clock.instant());
        var school = schools.school(invitation.schoolId());
        members.join(
                people.account(staffId),
                school,
                invitation.part(),
                people.nameOf(staffId),
                "invited by " + invitation.invitedBy() + " at " + invitation.email());
    }

    private Invitation held(String key) {
        var invitation = invitations.locked(hash(key)).orElseThrow(NotFound::new);
        memberships.hold(invitation.schoolId());
        return invitation;
    }

    private Opened opened(Invitation invitation) {
        var now = clock.instant();
        var usedBy = invitation.usedBy();
        var account = usedBy == null ? Optional.<Account>empty() : Optional.of(people.account(usedBy));
        var made = account.filter(each -> orders.made(each.username()));
        return new Opened(
                invitation.stateAt(now),
                schools.school(invitation.schoolId()),
                invitation.name(),
                invitation.email(),
                invitation.part(),
                invitation.invitedBy(),
                people.accountCalled(invitation.email()).isPresent(),
                account.map(Account::username).orElse(null),
                made.filter(each -> invitation.showsPasswordAt(now) && isFirst(invitation, each.id()))
                        .map(each -> passwords.of(invitation))
                        .orElse(null),
                account.filter(each -> orders.isPending(each.username())).isPresent());
    }

    private boolean isFirst(Invitation invitation, long staffId) {
        return invitations
                .thatMade(staffId)
                .filter(first -> first.publicId().equals(invitation.publicId()))
                .isPresent();
    }

    private String drawKey() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    private static byte[] hash(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new NotFound();
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
