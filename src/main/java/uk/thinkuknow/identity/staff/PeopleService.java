package uk.thinkuknow.identity.staff;

import io.quarkus.logging.Log;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.TurnedAway;
import uk.thinkuknow.common.Words;

/**
 * Gives other packages access to staff accounts and the signed-in user, and writes and reads audit entries for them.
 */
@Singleton
public class PeopleService {
    /** The name that is shown for acts that no user triggered. It decides nothing: somebody may be called the same. */
    public static final String BY_ITSELF = Words.of("staff.system");

    private final StaffMembers staff;
    private final AuditEntries entries;
    private final SecurityIdentity identity;
    private final Event<StaffJoined> joined;
    private final Clock clock;

    PeopleService(
            StaffMembers staff,
            AuditEntries entries,
            SecurityIdentity identity,
            Event<StaffJoined> joined,
            Clock clock) {
        this.staff = staff;
        this.entries = entries;
        this.identity = identity;
        this.joined = joined;
        this.clock = clock;
    }

    /**
     * The signed-in user. An account that signs in for the first time is stored, without a school.
     *
     * @throws ForbiddenException if the account is disabled, erased or turned away
     */
    @Transactional
    public StaffMember me() {
        if (identity.getAttribute(TurnedAway.ATTRIBUTE) != null) {
            throw accessDenied("turned away");
        }
        var seen = SignInClaims.of(identity);
        var known = staff.called(seen.username()).orElseGet(() -> writeUnlessErased(seen.username()));
        if (known.isDisabled()) {
            throw accessDenied("disabled account");
        }
        if (!known.isSubject(seen.subject())) {
            throw accessDenied("another account");
        }
        known.updateFrom(seen);
        known.setReviewer(identity.getRoles().contains(Role.REVIEWER));
        known.setManager(identity.getRoles().contains(Role.MANAGER));
        return known.member(identity.getRoles());
    }

    /**
     * Returns whether a user name is known with another number at Keycloak: the account was removed there and made again.
     * This is written to the audit.
     */
    @Transactional
    public boolean isAnotherAccount(String username, String subject) {
        var known = staff.called(username).filter(each -> !each.isSubject(subject));
        known.ifPresent(each -> {
            Log.warnf("turned away: %s: another account of the same user name", username);
            noteByItself(
                    Words.of("staff.actAnotherAccount"),
                    "account " + each.account().publicId(),
                    "");
        });
        return known.isPresent();
    }

    /** Returns the number of an account at Keycloak; null before its first sign-in. */
    @Transactional
    public @Nullable String subjectOf(String username) {
        return staff.called(username)
                .flatMap(each -> Optional.ofNullable(each.subject()))
                .orElse(null);
    }

    /** Refuses every sign-in of an account that began before now. */
    @Transactional
    public void noteSignedOut(String username) {
        staff.noteSignedOut(username, clock.instant());
    }

    /** Returns whether a user is signed in, for pages open to everyone; false if the sign-in cannot be read. */
    public boolean someoneIsSignedIn() {
        try {
            return !identity.isAnonymous();
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** The name of a member of staff; "someone who has left" if there is no such account. */
    @Transactional
    public String nameOf(long staffId) {
        return staff.findByIdOptional(staffId).map(Staff::name).orElseGet(() -> Words.of("staff.someoneWhoLeft"));
    }

    /** The email address of a member of staff, if known. */
    @Transactional
    public Optional<String> emailOf(long staffId) {
        return staff.findByIdOptional(staffId).map(Staff::email);
    }

    /** The names and addresses of those members of staff whose address is known. */
    @Transactional
    public List<Addressee> addressees(Collection<Long> staffIds) {
        return staff.addressees(staffIds);
    }

    /** A member of staff by user name, without roles, as they have no sign-in here. */
    @Transactional
    public Optional<StaffMember> byUsername(String username) {
        return staff.called(username).map(known -> known.member(Set.of()));
    }

    /** @throws NotFound if there is no such account */
    @Transactional
    public Account account(long staffId) {
        return own(staffId).account();
    }

    /** @throws NotFound if there is no such account */
    @Transactional
    public Account account(PublicId id) {
        return findAccount(id).orElseThrow(NotFound::new);
    }

    /** An account that is not erased. */
    @Transactional
    public Optional<Account> findAccount(PublicId id) {
        return staff.called(id).map(Staff::account);
    }

    /** Several accounts by id, in one query; unknown ids are left out. */
    @Transactional
    public Map<Long, Account> accounts(Collection<Long> staffIds) {
        return staff.list("id in ?1", staffIds).stream().collect(Collectors.toMap(Staff::id, Staff::account));
    }

    /** The enabled accounts that had the reviewer role at their last visit, ordered by name. */
    @Transactional
    public List<Account> reviewers() {
        return staff.reviewers().stream().map(Staff::account).toList();
    }

    /** The enabled accounts that had the manager role at their last visit, ordered by name. */
    @Transactional
    public List<Account> managers() {
        return staff.managers().stream().map(Staff::account).toList();
    }

    /** The account with this user name, if it is stored here. */
    @Transactional
    public Optional<Account> accountByUsername(String username) {
        return staff.called(username).map(Staff::account);
    }

    /** The email addresses of accounts that end with this, for example "@school.example", in lower case or not. */
    @Transactional
    public List<String> addressesAt(String domain) {
        return staff.addressesAt(domain);
    }

    /** Accounts whose name, user name or email address contains these words, by name; pages count from 0. */
    @Transactional
    public List<Account> accountsLike(String words, int page, int size) {
        return staff.like(words, page, size).stream().map(Staff::account).toList();
    }

    @Transactional
    public long countAccountsLike(String words) {
        return staff.countLike(words);
    }

    /** Stores an account with its school, its region or neither. */
    @Transactional
    public void join(String username, String name, @Nullable Long schoolId, @Nullable String regionKey) {
        var member = write(username, name);
        member.setSchool(schoolId);
        member.setArea(regionKey == null ? Scope.PROGRAMME : Scope.region(regionKey));
        if (schoolId != null) {
            joined.fire(new StaffJoined(member.id(), schoolId));
        }
    }

    /**
     * Stores an account before its first sign-in and returns its id; if it exists, only its email address is updated.
     */
    @Transactional
    public long addAccount(String username, String name, String email, boolean emailVerified) {
        var member = staff.called(username).orElseGet(() -> write(username, name));
        member.setEmail(email, emailVerified);
        return member.id();
    }

    /** Sets the school where a person works now; null for none. */
    @Transactional
    public void setCurrentSchool(long staffId, @Nullable Long schoolId) {
        own(staffId).setSchool(schoolId);
    }

    /** Sets the area of a manager. */
    @Transactional
    public void setArea(long staffId, Scope area) {
        own(staffId).setArea(area);
    }

    /** Writes to the account no more as to a manager or a reviewer, once it has these roles no longer. */
    @Transactional
    public void forgetRoles(long staffId, Set<String> ended) {
        var person = own(staffId);
        if (ended.contains(Role.MANAGER)) {
            person.setManager(false);
        }
        if (ended.contains(Role.REVIEWER)) {
            person.setReviewer(false);
        }
    }

    /** Disables an account from its next request on, or enables it. */
    @Transactional
    public void disable(long staffId, boolean disabled) {
        own(staffId).disable(disabled ? clock.instant() : null);
    }

    /** Writes an audit entry: who, what, on what ("session 7k3m…"), and a sentence. */
    @Transactional
    public void note(String staffName, String act, String subject, String detail) {
        entries.write(staffName, act, subject, detail, null, null);
    }

    /** Writes an audit entry for an act that no user triggered: as {@link #note}, without a user name. */
    @Transactional
    public void noteByItself(String act, String subject, String detail) {
        entries.writeByItself(act, subject, detail);
    }

    /** Writes an audit entry for a change: as {@link #note}, with the values before and after. */
    @Transactional
    public void noteChange(String staffName, String act, String subject, String was, String became) {
        entries.write(staffName, act, subject, "", was, became);
    }

    /** The acts recorded for a subject, newest first. */
    @Transactional
    public List<RecordedAct> trailOf(String subject) {
        return entries.of(subject).stream().map(AuditEntry::noted).toList();
    }

    /** When an act was last recorded for each of these subjects; subjects without one are left out. */
    @Transactional
    public Map<String, Instant> lastOf(String act, Collection<String> subjects) {
        return entries.lastOf(act, subjects);
    }

    /** An audit entry in short: when, who, what they did, and the detail or the values before and after. */
    public record RecordedAct(long id, Instant at, String staffName, String act, String detail) {}

    private Staff own(long staffId) {
        return staff.findByIdOptional(staffId).orElseThrow(NotFound::new);
    }

    /** Logs why the user is refused and returns the exception to throw. Missing roles are logged elsewhere. */
    public ForbiddenException accessDenied(String why) {
        Log.warnf("turned away: %s, who is %s: %s", identity.getPrincipal().getName(), identity.getRoles(), why);
        return new ForbiddenException(why);
    }

    /** An erased account is not stored again while Keycloak still lets it sign in. */
    private Staff writeUnlessErased(String username) {
        if (staff.erasedAs(username).isPresent()) {
            throw accessDenied("erased account");
        }
        return write(username, username);
    }

    private Staff write(String username, String name) {
        var member = new Staff(PublicId.draw(), username, name);
        staff.persist(member);
        return member;
    }
}
