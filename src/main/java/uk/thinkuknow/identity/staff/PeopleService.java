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

/** The door to who is signed in and what they did. */
@Singleton
public class PeopleService {
    /** Who did what nobody pressed a button for, as the audit names it. */
    public static final String BY_ITSELF = "The system";

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
     * Who asks; an account that signs in for the first time is noted and belongs to no school yet.
     *
     * @throws ForbiddenException if the account was disabled while she was signed in
     */
    @Transactional
    public StaffMember me() {
        var seen = SignedInAs.of(identity);
        var known = staff.called(seen.username()).orElseGet(() -> writeUnlessErased(seen.username()));
        if (known.isDisabled()) {
            throw turnedAway("her account is disabled");
        }
        known.isSeenAs(seen);
        known.isReviewer(identity.getRoles().contains(Role.REVIEWER));
        known.isManager(identity.getRoles().contains(Role.MANAGER));
        return known.member(identity.getRoles());
    }

    /** Refuses every sign-in of an account that began before now. */
    @Transactional
    public void noteSignedOut(String username) {
        staff.noteSignedOut(username, clock.instant());
    }

    /** Whether anyone is signed in, for a page that is open to all: where that cannot be told, nobody is. */
    public boolean someoneIsSignedIn() {
        try {
            return !identity.isAnonymous();
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** The name of a member of staff. */
    @Transactional
    public String nameOf(long staffId) {
        return staff.findByIdOptional(staffId).map(Staff::name).orElse("someone who has left");
    }

    /** Where a member of staff is written to, if that is known. */
    @Transactional
    public Optional<String> emailOf(long staffId) {
        return staff.findByIdOptional(staffId).map(Staff::email);
    }

    /** Those of some members of staff whose address is known. */
    @Transactional
    public List<Addressee> addressees(Collection<Long> staffIds) {
        return staff.addressees(staffIds);
    }

    /** A member of staff by sign-in name, as she is without signing in: no roles. */
    @Transactional
    public Optional<StaffMember> called(String username) {
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
        return staff.called(id).map(Staff::account).orElseThrow(NotFound::new);
    }

    /** Several accounts by their id, in one question; whoever is not there is left out. */
    @Transactional
    public Map<Long, Account> accounts(Collection<Long> staffIds) {
        return staff.list("id in ?1", staffIds).stream().collect(Collectors.toMap(Staff::id, Staff::account));
    }

    /** Who may review lessons, by name: those who were reviewers when they were last here. */
    @Transactional
    public List<Account> reviewers() {
        return staff.reviewers().stream().map(Staff::account).toList();
    }

    /** Who manages the programme or a part of it, by name: those who were managers when they were last here. */
    @Transactional
    public List<Account> managers() {
        return staff.managers().stream().map(Staff::account).toList();
    }

    /** The account with this user name, if it has been seen or made here. */
    @Transactional
    public Optional<Account> accountCalled(String username) {
        return staff.called(username).map(Staff::account);
    }

    /** Accounts whose name, user name or address has these words in it, by name; pages count from 0. */
    @Transactional
    public List<Account> accountsLike(String words, int page, int size) {
        return staff.like(words, page, size).stream().map(Staff::account).toList();
    }

    @Transactional
    public long countAccountsLike(String words) {
        return staff.countLike(words);
    }

    /** Says that an account belongs to a school or looks after a region, or does neither. */
    @Transactional
    public void join(String username, String name, @Nullable Long schoolId, @Nullable String regionKey) {
        var member = write(username, name);
        member.worksAt(schoolId);
        member.looksAfter(regionKey == null ? Scope.PROGRAMME : Scope.region(regionKey));
        if (schoolId != null) {
            joined.fire(new StaffJoined(member.id(), schoolId));
        }
    }

    /** Writes an account down before its owner has signed in for the first time; one that is known stays as it is. */
    @Transactional
    public long introduce(String username, String name, String email, boolean emailVerified) {
        var member = staff.called(username).orElseGet(() -> write(username, name));
        member.isReachedAt(email, emailVerified);
        return member.id();
    }

    /** Puts her at one of her schools, or at none. */
    @Transactional
    public void workAt(long staffId, @Nullable Long schoolId) {
        own(staffId).worksAt(schoolId);
    }

    /** Gives a manager what she looks after. */
    @Transactional
    public void lookAfter(long staffId, Scope area) {
        own(staffId).looksAfter(area);
    }

    /** Shuts an account out of every page from its next request on, or lets it in again. */
    @Transactional
    public void disable(long staffId, boolean disabled) {
        own(staffId).isDisabled(disabled ? clock.instant() : null);
    }

    /** Notes an act for good: who, what, on what ("session 7k3m…"), and a sentence. */
    @Transactional
    public void note(String staffName, String act, String subject, String detail) {
        entries.write(staffName, act, subject, detail, null, null);
    }

    /** Notes a change for good: as {@link #note}, with what was before and what is now. */
    @Transactional
    public void noteChange(String staffName, String act, String subject, String was, String became) {
        entries.write(staffName, act, subject, "", was, became);
    }

    /** What was done to a thing, newest first. */
    @Transactional
    public List<Noted> trailOf(String subject) {
        return entries.of(subject).stream().map(AuditEntry::noted).toList();
    }

    /** When an act was last done to each of these things; what it was never done to is left out. */
    @Transactional
    public Map<String, Instant> lastOf(String act, Collection<String> subjects) {
        return entries.lastOf(act, subjects);
    }

    /** An act that was noted. */
    public record Noted(long id, Instant at, String staffName, String act, String detail) {}

    private Staff own(long staffId) {
        return staff.findByIdOptional(staffId).orElseThrow(NotFound::new);
    }

    /** Writes down that who asks is turned away, and why; to be thrown. What her roles do not hold is written down without it. */
    public ForbiddenException turnedAway(String why) {
        Log.warnf("turned away: %s, who is %s: %s", identity.getPrincipal().getName(), identity.getRoles(), why);
        return new ForbiddenException(why);
    }

    /** Whoever was erased is not written down again while Keycloak still lets her in. */
    private Staff writeUnlessErased(String username) {
        if (staff.erasedAs(username).isPresent()) {
            throw turnedAway("her account was erased");
        }
        return write(username, username);
    }

    private Staff write(String username, String name) {
        var member = new Staff(PublicId.draw(), username, name);
        staff.persist(member);
        return member;
    }
}
