package uk.thinkuknow.schools.members;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.frame.StaffSchools;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Answers who belongs to which school and who leads its safeguarding, for other packages; adds members when an
 * installation is first filled.
 */
@Singleton
@Unremovable
public class StaffingService implements StaffSchools {
    private final Memberships memberships;
    private final Leads leads;
    private final SchoolService schools;
    private final PeopleService people;

    StaffingService(Memberships memberships, Leads leads, SchoolService schools, PeopleService people) {
        this.memberships = memberships;
        this.leads = leads;
        this.schools = schools;
        this.people = people;
    }

    /** The school's current safeguarding lead and deputy. */
    @Transactional
    public SafeguardingLeads leadsOf(long schoolId) {
        var titles = leads.titles(schools.school(schoolId).nation());
        return new SafeguardingLeads(
                titles.lead(), inForce(schoolId, Lead.Rank.LEAD), inForce(schoolId, Lead.Rank.DEPUTY));
    }

    /** The ids of the schools that the person leads now, as safeguarding lead or deputy. */
    @Transactional
    public List<Long> ledBy(long staffId) {
        return leads.ofStaff(staffId).stream().map(Lead::schoolId).distinct().toList();
    }

    /** The current members of a school, sorted by name. */
    @Transactional
    public List<Person> staffOf(long schoolId) {
        var ids =
                memberships.ofSchool(schoolId).stream().map(Membership::staffId).toList();
        return people.accounts(ids).values().stream()
                .map(each -> new Person(each.id(), each.name(), each.email()))
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    /** Since when the current members of a school have been members, and who admitted them. */
    @Transactional
    public List<Admitted> admittedTo(long schoolId) {
        return memberships.ofSchool(schoolId).stream()
                .map(StaffingService::admitted)
                .toList();
    }

    /** Since when a person has been a member of a school, and who admitted them; empty if they are none. */
    @Transactional
    public Optional<Admitted> admission(long staffId, long schoolId) {
        return memberships.of(staffId, schoolId).map(StaffingService::admitted);
    }

    /** The accounts whom a person invited to a school or approved, whom these did, and so on; also of those who left. */
    @Transactional
    public Set<Long> admittedThrough(long staffId, long schoolId) {
        var all = memberships.everOf(schoolId);
        var through = new HashSet<Long>();
        var next = Set.of(staffId);
        while (!next.isEmpty()) {
            var by = next;
            next = all.stream()
                    .filter(each -> each.admittedBy() != null && by.contains(each.admittedBy()))
                    .map(Membership::staffId)
                    .filter(through::add)
                    .collect(Collectors.toSet());
        }
        return through;
    }

    private static Admitted admitted(Membership member) {
        return new Admitted(member.staffId(), member.since(), member.admittedBy());
    }

    /** Adds a member of a school when an installation is first filled; sends no emails. */
    @Transactional
    public void addMember(NewMember member) {
        if (people.accountByUsername(member.username()).isEmpty()) {
            people.join(member.username(), member.name(), member.schoolId(), null);
        }
        var staffId = people.addAccount(member.username(), member.name(), member.email(), true);
        var membership = memberships.required(staffId, member.schoolId());
        membership.setSince(member.since());
        if (member.administrator()) {
            membership.setPart(Membership.Part.ADMINISTRATOR);
        }
        if (member.leads() != null) {
            leads.begin(member.schoolId(), Lead.Rank.valueOf(member.leads()), staffId);
        }
    }

    /** Returns whether the person is an administrator of the school. */
    @Override
    @Transactional
    public boolean isAdministratorOf(long staffId, long schoolId) {
        return memberships.isAdministrator(staffId, schoolId);
    }

    /** The ids of a school's administrators. */
    @Transactional
    public List<Long> administratorsOf(long schoolId) {
        return memberships.administratorsOf(schoolId).stream()
                .map(Membership::staffId)
                .toList();
    }

    @Override
    @Transactional
    public boolean maySeeHeldData(StaffMember me, long schoolId) {
        return me.is(Role.ADMINISTRATOR) || ledBy(me.id()).contains(schoolId) || isAdministratorOf(me.id(), schoolId);
    }

    @Override
    @Transactional
    public boolean hasLead(long schoolId) {
        return leads.of(schoolId, Lead.Rank.LEAD).isPresent()
                || leads.of(schoolId, Lead.Rank.DEPUTY).isPresent();
    }

    /**
     * Returns whether the person was a member of the school and is no longer, or their account is disabled. A person
     * who was never a member has not left.
     */
    @Transactional
    public boolean hasLeft(long staffId, long schoolId) {
        return people.account(staffId).isDisabled()
                || memberships.of(staffId, schoolId).isEmpty() && memberships.ended(staffId, schoolId);
    }

    /** @throws NotFound if the person is not a member of the school now */
    @Transactional
    public void requireMember(long staffId, long schoolId) {
        memberships.required(staffId, schoolId);
    }

    @Override
    @Transactional
    public boolean hasSeveralSchools(long staffId) {
        return memberships.ofStaff(staffId).size() > 1;
    }

    private @Nullable Person inForce(long schoolId, Lead.Rank rank) {
        return leads.of(schoolId, rank).map(found -> person(found.staffId())).orElse(null);
    }

    private Person person(long staffId) {
        var account = people.account(staffId);
        return new Person(staffId, account.name(), account.email());
    }
}
