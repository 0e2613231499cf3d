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

/** Invitations: sent by a school's keepers or the programme's administrators, used once by whoever has the link. */
@Singleton
class Inviting {
    private static final int KEY_BYTES = 32;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int A_DAY_AT_MOST = 200;
    static final Duration STILL_LISTED = Duration.ofDays(60);
    private static final String PROGRAMME = "the ThinkUKnow programme";
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

    /** An invitation as whoever sent it lists it. */
    record Sent(String id, String name, String email, String as, String by, String until, boolean expired) {}

    /** An invitation that waits for somebody who has an account already. */
    record ToHer(String whither, String until) {}

    /**
     * An invitation as whoever has the link finds it.
     *
     * @param whither "Oakfield Primary School" or "the ThinkUKnow programme"
     * @param username the account it made or was taken by, once it is used
     * @param password the one-time password, while it is shown
     * @param pending whether Keycloak has yet to be told
     */
    record Opened(
            Invitation.State state,
            String whither,
            String name,
            String email,
            String as,
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
        if (memberships.ofSchool(school.id()).stream()
                .map(each -> people.account(each.staffId()).email())
                .anyMatch(whom.email()::equalsIgnoreCase)) {
            throw new Refused("Somebody with this address belongs to " + school.name() + " already.");
        }
        return send(by, school.id(), whom, school.name(), Members.subject(school));
    }

    /**
     * Invites somebody to the programme with one of its roles.
     *
     * @return where the link of the letter leads
     * @throws Refused if it is none of the programme's roles, or she is invited already
     */
    @Transactional
    String inviteToProgramme(StaffMember by, Invitation.Whom whom) {
        if (!Accounts.PROGRAMMES.contains(String.valueOf(whom.role()))) {
            throw new Refused("Choose a role.");
        }
        return send(by, null, whom, PROGRAMME, "accounts");
    }

    private String send(StaffMember by, @Nullable Long schoolId, Invitation.Whom whom, String whither, String subject) {
        var now = clock.instant();
        if (invitations.openTo(schoolId, whom.email(), now).isPresent()) {
            throw new Refused(whom.email() + " is invited already. Withdraw that invitation to send another.");
        }
        if (invitations.countSince(schoolId, now.minus(Duration.ofDays(1))) >= A_DAY_AT_MOST) {
            throw new Refused("At most " + A_DAY_AT_MOST + " invitations are sent a day. Go on tomorrow.");
        }
        var key = drawKey();
        var path = "/invitations/" + key;
        var invitation = new Invitation(PublicId.draw(random), schoolId, whom, hash(key), by.name(), now);
        invitations.persist(invitation);
        letters.write(
                whom.email(),
                by.name() + " invites you to " + whither + " on ThinkUKnow Sessions",
                path,
                subject,
                List.of(
                        "Hello " + whom.name() + ",",
                        by.name() + " invites you to join " + whither + " as " + aOr(invitation.as())
                                + " on ThinkUKnow Sessions, where schools book and run lessons on staying safe online.",
                        "The link is for you alone. It works once, until "
                                + DAY.format(London.dateOf(invitation.expiresAt())) + ":"));
        people.note(by.name(), "invited", subject, whom.name() + ", " + whom.email() + ", as " + aOr(invitation.as()));
        return letters.href(path);
    }

    /** Withdraws an invitation to a school that nobody has used; one that is withdrawn stays so. */
    @Transactional
    void withdraw(StaffMember by, PublicId schoolId, PublicId id) {
        memberships.hold(schoolId);
        var school = keepers.school(by, schoolId);
        keepers.requireKeeper(by, school);
        withdraw(by, invitations.of(school.id(), id), Members.subject(school));
    }

    /** Withdraws an invitation to the programme. */
    @Transactional
    void withdraw(StaffMember by, PublicId id) {
        withdraw(by, invitations.of(null, id), "accounts");
    }

    private void withdraw(StaffMember by, Optional<Invitation> found, String subject) {
        var invitation =
                found.flatMap(each -> invitations.locked(each.keyHash())).orElseThrow(NotFound::new);
        if (invitation.stateAt(clock.instant()) == Invitation.State.WITHDRAWN) {
            return;
        }
        invitation.withdraw(clock.instant());
        people.note(by.name(), "withdrew an invitation", subject, invitation.email());
    }

    /** What a school has sent and nobody has used. */
    @Transactional
    List<Sent> sentBy(SchoolFacts school) {
        return sent(school.id());
    }

    /** What the programme has sent and nobody has used. */
    @Transactional
    List<Sent> sentByProgramme() {
        return sent(null);
    }

    /** What can still be used of what was sent to an address: whither, and until when. */
    @Transactional
    List<ToHer> openTo(String email) {
        return invitations.openTo(email.toLowerCase(Locale.ROOT), clock.instant()).stream()
                .map(each -> new ToHer(whither(each), DAY.format(London.dateOf(each.expiresAt()))))
                .toList();
    }

    private List<Sent> sent(@Nullable Long schoolId) {
        var now = clock.instant();
        return invitations.unusedOf(schoolId, now.minus(STILL_LISTED)).stream()
                .map(each -> new Sent(
                        each.publicId().value(),
                        each.name(),
                        each.email(),
                        aOr(each.as()),
                        each.invitedBy(),
                        DAY.format(London.dateOf(each.expiresAt())),
                        each.stateAt(now) == Invitation.State.EXPIRED))
                .toList();
    }

    /** "a teacher", "an auditor". */
    private static String aOr(String what) {
        return ("aeiou".indexOf(what.charAt(0)) < 0 ? "a " : "an ") + what;
    }

    /** @throws NotFound if there is no invitation with this key */
    @Transactional
    Opened open(String key) {
        return opened(invitations.by(hash(key)).orElseThrow(NotFound::new));
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
        return whither(invitation);
    }

    /** Who was invited and never came is forgotten. */
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
                    aOr(invitation.as()) + ", " + how);
        } else {
            members.join(person, schools.school(schoolId), part, person.name(), how);
        }
    }

    private Invitation held(String key) {
        var invitation = invitations.locked(hash(key)).orElseThrow(NotFound::new);
        if (invitation.schoolId() != null) {
            memberships.hold(invitation.schoolId());
        }
        return invitation;
    }

    private String whither(Invitation invitation) {
        return invitation.schoolId() == null
                ? PROGRAMME
                : schools.school(invitation.schoolId()).name();
    }

    private Opened opened(Invitation invitation) {
        var now = clock.instant();
        var usedBy = invitation.usedBy();
        var account = usedBy == null ? Optional.<Account>empty() : Optional.of(people.account(usedBy));
        var made = account.filter(each -> orders.made(each.username()));
        return new Opened(
                invitation.stateAt(now),
                whither(invitation),
                invitation.name(),
                invitation.email(),
                aOr(invitation.as()),
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
