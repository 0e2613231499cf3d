package uk.thinkuknow.people;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door to who is signed in and what they did. */
@Singleton
public class PeopleService {
    private final StaffMembers staff;
    private final AuditEntries audit;
    private final SecurityIdentity identity;
    private final Clock clock;

    PeopleService(StaffMembers staff, AuditEntries audit, SecurityIdentity identity, Clock clock) {
        this.staff = staff;
        this.audit = audit;
        this.identity = identity;
        this.clock = clock;
    }

    /** Who asks; an account that signs in for the first time is noted and belongs to no school yet. */
    @Transactional
    public StaffMember me() {
        var username = identity.getPrincipal().getName();
        var known = staff.called(username).orElseGet(() -> add(username, username, null, null));
        return new StaffMember(
                known.id(), known.username(), known.name(), identity.getRoles(), known.schoolId(), known.regionKey());
    }

    /** The name of a member of staff. */
    @Transactional
    public String nameOf(long staffId) {
        return staff.findByIdOptional(staffId).map(Staff::name).orElse("someone who has left");
    }

    /** A member of staff by sign-in name, as she is without signing in: no roles. */
    @Transactional
    public Optional<StaffMember> called(String username) {
        return staff.called(username)
                .map(known -> new StaffMember(
                        known.id(), known.username(), known.name(), Set.of(), known.schoolId(), known.regionKey()));
    }

    /** Says that an account belongs to a school or a region, or to neither. */
    @Transactional
    public void join(String username, String name, @Nullable Long schoolId, @Nullable String regionKey) {
        add(username, name, schoolId, regionKey);
    }

    /** Notes an act for good: who, what, on what ("session 7k3m…"), and a sentence. */
    @Transactional
    public void note(String staffName, String act, String subject, String detail) {
        audit.persist(new AuditEntry(clock.instant(), staffName, act, subject, detail));
    }

    /** What was done to a thing, newest first. */
    @Transactional
    public List<Noted> trailOf(String subject) {
        return audit.of(subject).stream()
                .map(entry -> new Noted(entry.at(), entry.staffName(), entry.act(), entry.detail()))
                .toList();
    }

    /** An act that was noted. */
    public record Noted(Instant at, String staffName, String act, String detail) {}

    private Staff add(String username, String name, @Nullable Long schoolId, @Nullable String regionKey) {
        var member = new Staff(username, name, schoolId, regionKey);
        staff.persist(member);
        return member;
    }
}
