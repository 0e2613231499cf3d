package uk.thinkuknow.attendance.plausibility;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.counting.ConfirmerRules;
import uk.thinkuknow.counting.Ground;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.Admitted;
import uk.thinkuknow.schools.members.Person;
import uk.thinkuknow.schools.members.StaffingService;
import uk.thinkuknow.schools.school.SchoolService;

/** Answers who may confirm a return that waits, by {@link ConfirmerRules}. */
@Singleton
public class ConfirmerCheck {
    private final StaffingService staffing;
    private final SchoolService schools;
    private final PeopleService people;

    ConfirmerCheck(StaffingService staffing, SchoolService schools, PeopleService people) {
        this.staffing = staffing;
        this.schools = schools;
        this.people = people;
    }

    /**
     * Returns what the rules need to know of a session's return.
     *
     * @param signer the account of the person who signed it, or asks for it to be amended
     */
    public ConfirmerRules.ToConfirm of(Delivery delivery, @Nullable Long signer, Set<Ground> grounds) {
        var session = delivery.session();
        var actors = new HashSet<>(session.actors());
        if (signer != null) {
            actors.add(signer);
        }
        var inRoom = session.confirmer();
        return new ConfirmerRules.ToConfirm(
                session.schoolId(),
                session.localDate(),
                actors,
                inRoom == null || actors.contains(inRoom) ? null : inRoom,
                grounds);
    }

    /** Returns the person as somebody who would confirm a return of this school. */
    public ConfirmerRules.Candidate candidate(StaffMember by, long schoolId) {
        var membership = Objects.equals(by.schoolId(), schoolId)
                ? staffing.admission(by.id(), schoolId)
                : Optional.<Admitted>empty();
        boolean manages = by.is(Role.MANAGER) && schools.school(schoolId).isIn(by.scope());
        return new ConfirmerRules.Candidate(
                by.id(),
                membership.map(Admitted::since).orElse(null),
                membership.map(Admitted::by).orElse(null),
                manages,
                manages ? staffing.admittedThrough(by.id(), schoolId) : Set.of());
    }

    /** Returns whether a person may confirm that a return is right although it is not plausible. */
    public boolean mayVouch(StaffMember by, ConfirmerRules.ToConfirm of) {
        return ConfirmerRules.mayVouch(candidate(by, of.schoolId()), of);
    }

    /** Returns whether a person may confirm a return in the list of those that wait. */
    public boolean may(StaffMember by, ConfirmerRules.ToConfirm of) {
        return ConfirmerRules.may(candidate(by, of.schoolId()), of);
    }

    /** Returns the school's staff who may confirm a return, sorted by name. */
    public List<Person> people(ConfirmerRules.ToConfirm of) {
        return people(of, ConfirmerRules::may);
    }

    /** Returns the school's staff who may confirm that a return is right although it is not plausible, sorted by name. */
    public List<Person> vouchers(ConfirmerRules.ToConfirm of) {
        return people(of, ConfirmerRules::mayVouch);
    }

    private List<Person> people(
            ConfirmerRules.ToConfirm of, BiPredicate<ConfirmerRules.Candidate, ConfirmerRules.ToConfirm> rule) {
        var ids = staffing.admittedTo(of.schoolId()).stream()
                .map(each -> new ConfirmerRules.Candidate(each.staffId(), each.since(), each.by(), false, Set.of()))
                .filter(each -> rule.test(each, of))
                .map(ConfirmerRules.Candidate::staffId)
                .toList();
        return people.accounts(ids).values().stream()
                .filter(account -> !account.isDisabled())
                .map(account -> new Person(account.id(), account.name(), account.email()))
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }
}
