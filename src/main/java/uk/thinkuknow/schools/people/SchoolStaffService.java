package uk.thinkuknow.schools.people;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.accounts.InvitationService;
import uk.thinkuknow.schools.members.Lead;
import uk.thinkuknow.schools.members.Leads;
import uk.thinkuknow.schools.members.Membership;
import uk.thinkuknow.schools.members.MembershipService;
import uk.thinkuknow.schools.members.Memberships;
import uk.thinkuknow.schools.members.OpenWork;
import uk.thinkuknow.schools.members.SafeguardingLeadService;
import uk.thinkuknow.schools.members.SchoolStaffAccess;
import uk.thinkuknow.schools.school.SchoolDomains;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Reads what the pages of a school's staff show, and makes the changes sent from them by people who may change its
 * staff.
 */
@Singleton
class SchoolStaffService {
    private final Memberships memberships;
    private final Leads leads;
    private final SchoolDomains domains;
    private final SchoolStaffAccess schoolStaffAccess;
    private final MembershipService members;
    private final SafeguardingLeadService safeguardingLeadService;
    private final ClaimService claimService;
    private final InvitationService invitationService;
    private final List<OpenWork> openWork;
    private final SchoolService schools;
    private final PeopleService people;

    SchoolStaffService(
            Memberships memberships,
            Leads leads,
            SchoolDomains domains,
            SchoolStaffAccess schoolStaffAccess,
            MembershipService members,
            SafeguardingLeadService safeguardingLeadService,
            ClaimService claimService,
            InvitationService invitationService,
            @All List<OpenWork> openWork,
            SchoolService schools,
            PeopleService people) {
        this.memberships = memberships;
        this.leads = leads;
        this.domains = domains;
        this.schoolStaffAccess = schoolStaffAccess;
        this.members = members;
        this.safeguardingLeadService = safeguardingLeadService;
        this.claimService = claimService;
        this.invitationService = invitationService;
        this.openWork = openWork;
        this.schools = schools;
        this.people = people;
    }

    /**
     * Everything on the staff page; {@code kept} is null for readers who may not change the staff.
     *
     * @param namesLeads whether the reader may name who leads safeguarding
     */
    record StaffSheet(
            SchoolFacts school,
            NamedLeads led,
            boolean namesLeads,
            List<Member> members,
            @Nullable AdministratorSheet kept) {}

    /** What only those who may change the staff see: claims, invitations, domains and recent leavers. */
    record AdministratorSheet(
            List<ClaimService.OpenClaim> waiting,
            List<InvitationService.SentInvitation> sent,
            List<String> domains,
            List<FormerMember> left) {}

    /** The accounts of the safeguarding lead and deputy, with the nation's titles. */
    record NamedLeads(
            Leads.Titles titles,
            @Nullable Account lead,
            @Nullable Account deputy) {}

    /** A member of the school; {@code leads} is the title as safeguarding lead or deputy, or empty. */
    record Member(Account account, Membership.Part part, LocalDate since, String leads) {}

    /** A member who left the school, and the day their membership ended. */
    record FormerMember(String name, LocalDate day) {}

    /**
     * One member of a school's staff, with their open work at the school; {@code self} if the reader is that person.
     */
    record PersonSheet(SchoolFacts school, Member member, List<OpenWork.OpenItem> open, boolean self) {}

    /** A school the person is a member of. */
    record MemberSchool(SchoolFacts school, Membership.Part part, boolean worksHere) {}

    /**
     * The staff of a school.
     *
     * @param asked the school, or null for the person's own
     * @throws NotFound if the person may not see it
     */
    @Transactional
    StaffSheet sheet(StaffMember me, @Nullable PublicId asked) {
        var school = schoolStaffAccess.school(me, asked);
        return new StaffSheet(
                school,
                namedLeads(school),
                schoolStaffAccess.mayNameLeads(me, school),
                membersOf(school),
                schoolStaffAccess.mayChangeStaff(me, school) ? administratorSheet(school) : null);
    }

    private AdministratorSheet administratorSheet(SchoolFacts school) {
        return new AdministratorSheet(
                claimService.openAt(school),
                invitationService.sentBy(school),
                domains.of(school.id()),
                formerMembers(school));
    }

    /**
     * One member of a school's staff, with their open work at the school.
     *
     * @throws NotFound if the person is not a member, or the reader may not see the school
     * @throws Refused if the reader may not change its staff
     */
    @Transactional
    PersonSheet person(StaffMember me, PublicId schoolId, PublicId personId) {
        var school = schoolStaffAccess.school(me, schoolId);
        schoolStaffAccess.requireMayChangeStaff(me, school);
        var member = membersOf(school).stream()
                .filter(each -> each.account().publicId().equals(personId))
                .findFirst()
                .orElseThrow(NotFound::new);
        var staffId = member.account().id();
        var open = openWork.stream()
                .flatMap(each -> each.openOf(staffId, school.id()).stream())
                .toList();
        return new PersonSheet(school, member, open, staffId == me.id());
    }

    @Transactional
    void change(StaffMember me, PublicId schoolId, PublicId personId, Membership.Part part) {
        var school = schoolStaffAccess.lockForChange(me, schoolId);
        members.change(me, school, people.account(personId), part);
    }

    @Transactional
    void end(StaffMember me, PublicId schoolId, PublicId personId) {
        var school = schoolStaffAccess.lockForChange(me, schoolId);
        members.end(me, school, people.account(personId));
    }

    /** Appoints the safeguarding lead and deputy; empty leaves a post empty. */
    @Transactional
    void appointLeads(StaffMember me, PublicId schoolId, Optional<PublicId> lead, Optional<PublicId> deputy) {
        var school = schoolStaffAccess.lockForLeads(me, schoolId);
        safeguardingLeadService.appoint(
                me,
                school,
                lead.map(people::account).orElse(null),
                deputy.map(people::account).orElse(null));
    }

    /**
     * Adds an email domain of the school.
     *
     * @return the domain
     * @throws Refused if it is not a domain, is one where anyone can get an address, is already listed, or the school
     *     has ten
     */
    @Transactional
    String addDomain(StaffMember me, PublicId schoolId, String typed) {
        var school = schoolStaffAccess.lockForChange(me, schoolId);
        var domain = domains.add(school.id(), typed);
        people.note(me.name(), Words.of("people.actAddedDomain"), MembershipService.subject(school), domain);
        return domain;
    }

    @Transactional
    void removeDomain(StaffMember me, PublicId schoolId, String domain) {
        var school = schoolStaffAccess.lockForChange(me, schoolId);
        if (domains.remove(school.id(), domain)) {
            people.note(me.name(), Words.of("people.actRemovedDomain"), MembershipService.subject(school), domain);
        }
    }

    /** The schools the person is a member of, sorted by name. */
    @Transactional
    List<MemberSchool> schoolsOf(StaffMember me) {
        return memberships.ofStaff(me.id()).stream()
                .map(each -> new MemberSchool(
                        schools.school(each.schoolId()),
                        each.part(),
                        Long.valueOf(each.schoolId()).equals(me.schoolId())))
                .sorted(Comparator.comparing(each -> each.school().name()))
                .toList();
    }

    /**
     * Sets the school at which the person works now.
     *
     * @throws NotFound if they are not a member of it
     */
    @Transactional
    SchoolFacts workAt(StaffMember me, PublicId schoolId) {
        var school = schools.school(schoolId);
        if (memberships.of(me.id(), school.id()).isEmpty()) {
            throw new NotFound();
        }
        people.setCurrentSchool(me.id(), school.id());
        return school;
    }

    private List<Member> membersOf(SchoolFacts school) {
        var rows = memberships.ofSchool(school.id());
        var accounts = people.accounts(rows.stream().map(Membership::staffId).toList());
        var titles = titlesByStaff(school);
        return rows.stream()
                .map(each -> new Member(
                        Objects.requireNonNull(accounts.get(each.staffId())),
                        each.part(),
                        each.since(),
                        titles.getOrDefault(each.staffId(), "")))
                .sorted(Comparator.comparing(each -> each.account().name()))
                .toList();
    }

    private Map<Long, String> titlesByStaff(SchoolFacts school) {
        var titles = leads.titles(school.nation());
        var map = new HashMap<Long, String>();
        leads.of(school.id(), Lead.Rank.LEAD).ifPresent(each -> map.put(each.staffId(), titles.lead()));
        leads.of(school.id(), Lead.Rank.DEPUTY).ifPresent(each -> map.put(each.staffId(), titles.deputy()));
        return map;
    }

    private NamedLeads namedLeads(SchoolFacts school) {
        return new NamedLeads(
                leads.titles(school.nation()),
                leads.of(school.id(), Lead.Rank.LEAD)
                        .map(each -> people.account(each.staffId()))
                        .orElse(null),
                leads.of(school.id(), Lead.Rank.DEPUTY)
                        .map(each -> people.account(each.staffId()))
                        .orElse(null));
    }

    private List<FormerMember> formerMembers(SchoolFacts school) {
        return memberships.recentLeavers(school.id()).stream()
                .map(each -> new FormerMember(people.nameOf(each.staffId()), Objects.requireNonNull(each.until())))
                .toList();
    }
}
