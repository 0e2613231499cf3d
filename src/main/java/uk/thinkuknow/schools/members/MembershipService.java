package uk.thinkuknow.schools.members;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolFacts;

/**
 * Adds members of staff to schools, changes their part (teacher or administrator) and ends their membership. It orders
 * the role of teacher in Keycloak when they join, and its removal when they leave their last school.
 */
@Singleton
public class MembershipService {
    private final Memberships memberships;
    private final SafeguardingLeadService safeguardingLeadService;
    private final AccountOrders orders;
    private final PeopleService people;
    private final Event<MembershipEnded> ended;
    private final Event<RightsEnded> rightsEnded;

    MembershipService(
            Memberships memberships,
            SafeguardingLeadService safeguardingLeadService,
            AccountOrders orders,
            PeopleService people,
            Event<MembershipEnded> ended,
            Event<RightsEnded> rightsEnded) {
        this.memberships = memberships;
        this.safeguardingLeadService = safeguardingLeadService;
        this.orders = orders;
        this.people = people;
        this.ended = ended;
        this.rightsEnded = rightsEnded;
    }

    /**
     * How a person joined a school.
     *
     * @param how for the audit: "by a claim"
     * @param by the account of the person who invited them or approved their claim; null if that is unknown
     */
    public record Admission(String how, @Nullable Long by) {}

    /**
     * Adds a member of staff to a school; it becomes their current school if they have none. An existing member keeps
     * their part, unless they become its administrator now.
     *
     * @param admitted how they joined, and who let them
     */
    @Transactional
    public void join(Account person, SchoolFacts school, Membership.Part part, String by, Admission admitted) {
        memberships.hold(school.id());
        var known = memberships.of(person.id(), school.id());
        if (known.isPresent()) {
            if (part == Membership.Part.ADMINISTRATOR) {
                known.get().setPart(part);
            }
        } else {
            memberships.begin(person.id(), school.id(), part, admitted.by());
        }
        if (person.place().schoolId() == null) {
            people.setCurrentSchool(person.id(), school.id());
        }
        orders.give(person.username(), AccountOrder.Kind.ADD_ROLE, Role.TEACHER, by);
        people.note(
                by,
                Words.of("members.actAdded"),
                subject(school),
                Words.of("members.added", person.name(), part.inWords(), admitted.how()));
    }

    /**
     * Makes a member a teacher or an administrator of the school.
     *
     * @throws NotFound if the person is not a member
     * @throws Refused if the school would have no administrator
     */
    @Transactional
    public void change(StaffMember by, SchoolFacts school, Account person, Membership.Part part) {
        memberships.hold(school.id());
        var member = memberships.required(person.id(), school.id());
        if (member.part() == part) {
            return;
        }
        requireAnotherAdministrator(school, member);
        people.noteChange(
                by.name(),
                Words.of("members.actChanged"),
                subject(school),
                Words.of("members.personPart", person.name(), member.part().inWords()),
                Words.of("members.personPart", person.name(), part.inWords()));
        member.setPart(part);
        if (part != Membership.Part.ADMINISTRATOR) {
            rightsEnded.fire(new RightsEnded(person.id(), school.id(), by.name(), Set.of()));
        }
    }

    /**
     * Ends a membership, the safeguarding appointments at the school and all sign-ins of the account at once: here in
     * this transaction, in Keycloak right after it.
     *
     * @throws NotFound if the person is not a member
     * @throws Refused if the school would have no administrator
     */
    @Transactional
    public void end(StaffMember by, SchoolFacts school, Account person) {
        memberships.hold(school.id());
        requireAnotherAdministrator(school, memberships.required(person.id(), school.id()));
        endInAnyCase(by, school, person);
    }

    /** Ends a membership as {@link #end} does, even if the school has no administrator then. */
    @Transactional
    public void endInAnyCase(StaffMember by, SchoolFacts school, Account person) {
        memberships.hold(school.id());
        memberships.end(memberships.required(person.id(), school.id()));
        safeguardingLeadService.end(by, school, person);
        var others = memberships.ofStaff(person.id());
        var worksHere = Long.valueOf(school.id()).equals(person.place().schoolId());
        if (worksHere) {
            people.setCurrentSchool(
                    person.id(), others.isEmpty() ? null : others.getFirst().schoolId());
        }
        if (others.isEmpty()) {
            orders.give(person.username(), AccountOrder.Kind.REMOVE_ROLE, Role.TEACHER, by.name());
        }
        orders.signOut(person, by.name());
        people.note(by.name(), Words.of("members.actEnded"), subject(school), person.name());
        ended.fire(new MembershipEnded(person.id(), school.id(), by.name()));
        rightsEnded.fire(new RightsEnded(person.id(), school.id(), by.name(), Set.of()));
    }

    private void requireAnotherAdministrator(SchoolFacts school, Membership member) {
        if (memberships.isOnlyAdministrator(member)) {
            throw new Refused("members.lastAdministrator", school.name());
        }
    }

    public static String subject(SchoolFacts school) {
        return "school " + school.publicId();
    }
}
