package uk.thinkuknow.schools.people;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.Membership;
import uk.thinkuknow.schools.members.MembershipService;
import uk.thinkuknow.schools.members.Memberships;
import uk.thinkuknow.schools.members.SchoolStaffAccess;
import uk.thinkuknow.schools.members.StaffLetters;
import uk.thinkuknow.schools.school.SchoolDomains;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolFinder;
import uk.thinkuknow.schools.school.SchoolSearchResult;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.Home;

/**
 * Makes, withdraws, approves and refuses claims ("I work at this school") and audits each act. Emails the school's
 * administrators about a new claim, and the person about the decision.
 */
@Singleton
class ClaimService {
    private static final int LISTED = 100;
    private static final int A_DAY_AT_MOST = 3;

    private final Claims claims;
    private final Memberships memberships;
    private final SchoolDomains domains;
    private final SchoolStaffAccess schoolStaffAccess;
    private final MembershipService members;
    private final SchoolFinder finder;
    private final SchoolService schools;
    private final PeopleService people;
    private final StaffLetters letters;
    private final Clock clock;

    ClaimService(
            Claims claims,
            Memberships memberships,
            SchoolDomains domains,
            SchoolStaffAccess schoolStaffAccess,
            MembershipService members,
            SchoolFinder finder,
            SchoolService schools,
            PeopleService people,
            StaffLetters letters,
            Clock clock) {
        this.claims = claims;
        this.memberships = memberships;
        this.domains = domains;
        this.schoolStaffAccess = schoolStaffAccess;
        this.members = members;
        this.finder = finder;
        this.schools = schools;
        this.people = people;
        this.letters = letters;
        this.clock = clock;
    }

    /** The latest claim of a person, with its school. */
    record LatestClaim(Claim claim, SchoolFacts school) {}

    /** An open claim, with the name and address of the person. */
    record OpenClaim(Claim claim, SchoolFacts school, String name, String email, boolean verified) {}

    @Transactional
    Optional<LatestClaim> lastOf(StaffMember me) {
        return claims.lastOf(me.id()).map(claim -> new LatestClaim(claim, schools.school(claim.schoolId())));
    }

    /**
     * Finds schools by typed words, best match first: those not closed, in the area of the manager or, for an
     * administrator of the programme, anywhere.
     */
    @Transactional
    List<SchoolSearchResult> findFor(StaffMember me, String words) {
        var everywhere = me.is(Role.ADMINISTRATOR) || me.scope().isProgramme();
        return finder.findOpen(words).stream()
                .filter(each -> everywhere || SchoolStaffAccess.supervises(me, schools.school(each.id())))
                .toList();
    }

    /**
     * Makes a claim and emails the school's administrators.
     *
     * @throws NotFound if there is no such school
     * @throws Refused if the person is a member already, the school has closed, the person has an open claim, or has made
     *     three at this school in the last 24 hours: each writes to its administrators
     */
    @Transactional
    void ask(StaffMember me, PublicId schoolId, String note) {
        var school = schools.school(schoolId);
        if (memberships.of(me.id(), school.id()).isPresent()) {
            throw new Refused("people.memberAlready", school.name());
        }
        schoolStaffAccess.requireOpen(school);
        claims.openOf(me.id()).ifPresent(open -> {
            throw new Refused(
                    "people.askedElsewhere", schools.school(open.schoolId()).name());
        });
        var now = clock.instant();
        if (claims.countOf(me.id(), school.id(), now.minus(Duration.ofDays(1))) >= A_DAY_AT_MOST) {
            throw new Refused("people.askedOften", school.name());
        }
        var account = people.account(me.id());
        var byDomain = account.emailVerified() && domains.has(school.id(), account.email());
        try {
            claims.persistAndFlush(new Claim(me.id(), school.id(), byDomain, note.strip(), now));
        } catch (ConstraintViolationException e) {
            throw new Refused("people.askedAlready");
        }
        people.note(me.name(), Words.of("people.actAsked"), MembershipService.subject(school), note.strip());
        for (var each : memberships.administratorsOf(school.id())) {
            letters.write(
                    people.account(each.staffId()).email(),
                    Words.of("people.asksToJoin", me.name(), school.name()),
                    "/people?school=" + school.publicId(),
                    MembershipService.subject(school),
                    List.of(
                            Words.of("people.letterWorks", me.name(), school.name()),
                            Words.of("people.letterApprove")));
        }
    }

    /** Withdraws the person's open claim, if there is one. */
    @Transactional
    void withdraw(StaffMember me) {
        claims.openOf(me.id()).flatMap(open -> claims.locked(open.publicId())).ifPresent(open -> {
            open.withdraw(me.name(), clock.instant());
            people.note(
                    me.name(),
                    Words.of("people.actWithdrew"),
                    MembershipService.subject(schools.school(open.schoolId())),
                    "");
        });
    }

    /**
     * Approves a claim: the person becomes a member.
     *
     * @param checked confirms that the decider knows the person; not needed for a verified address at the school's own
     *     domain
     * @throws NotFound if there is no such claim, or the decider may not see the school
     * @throws Refused if the decider may not change its staff or made the claim, the school has closed, it was decided
     *     already, or {@code checked} is needed and missing
     */
    @Transactional
    SchoolFacts approve(StaffMember by, PublicId id, Membership.Part part, boolean checked) {
        var claim = claims.locked(id).orElseThrow(NotFound::new);
        memberships.hold(claim.schoolId());
        var school = schools.school(claim.schoolId());
        schoolStaffAccess.requireMayChangeStaff(by, school);
        schoolStaffAccess.requireOpen(school);
        if (claim.staffId() == by.id()) {
            throw new Refused("people.ownClaim");
        }
        claim.approve(by.name(), clock.instant());
        if (!claim.byDomain() && !checked) {
            throw new Refused("people.unknownPerson");
        }
        var person = people.account(claim.staffId());
        members.join(
                person, school, part, by.name(), new MembershipService.Admission(Words.of("people.hadAsked"), by.id()));
        letters.write(
                person.email(),
                Words.of("people.letterJoined", school.name()),
                Home.PATH,
                MembershipService.subject(school),
                List.of(Words.of("people.letterApproved", by.name(), school.name()), Words.of("people.letterClasses")));
        return school;
    }

    /**
     * Refuses a claim with a reason.
     *
     * @throws NotFound if there is no such claim, or the decider may not see the school
     * @throws Refused if the decider may not change its staff, the reason is missing or too long, or it was decided
     *     already
     */
    @Transactional
    SchoolFacts refuse(StaffMember by, PublicId id, String why) {
        var claim = claims.locked(id).orElseThrow(NotFound::new);
        var school = schools.school(claim.schoolId());
        schoolStaffAccess.requireMayChangeStaff(by, school);
        claim.refuse(by.name(), why, clock.instant());
        var person = people.account(claim.staffId());
        people.note(
                by.name(),
                Words.of("people.actRefused"),
                MembershipService.subject(school),
                Words.of("people.refusal", person.name(), why.strip()));
        letters.write(
                person.email(),
                Words.of("people.letterAbout", school.name()),
                "/claim",
                MembershipService.subject(school),
                List.of(
                        Words.of("people.letterNotApproved", by.name(), school.name()),
                        Words.of("people.letterReason", why.strip())));
        return school;
    }

    /** The open claims at a school. */
    @Transactional
    List<OpenClaim> openAt(SchoolFacts school) {
        return claims.openAt(school.id()).stream()
                .map(claim -> waiting(claim, school))
                .toList();
    }

    /**
     * The open claims, at most 100, at schools without an administrator in the area of the manager or, for an
     * administrator of the programme, anywhere.
     */
    @Transactional
    List<OpenClaim> openFor(StaffMember me) {
        var area = me.is(Role.ADMINISTRATOR) ? Scope.PROGRAMME : me.scope();
        return claims.openWithoutAdministrator(area, LISTED).stream()
                .map(claim -> waiting(claim, schools.school(claim.schoolId())))
                .toList();
    }

    private OpenClaim waiting(Claim claim, SchoolFacts school) {
        var person = people.account(claim.staffId());
        return new OpenClaim(
                claim,
                school,
                person.name(),
                person.email() == null ? Words.of("people.noEmail") : person.email(),
                person.emailVerified());
    }
}
