package uk.thinkuknow.schools.people;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.SchoolStaffAccess;
import uk.thinkuknow.schools.school.SchoolFacts;

/** Shows notices about open claims on the home pages of those who may decide them. */
@Singleton
@Priority(200)
class ClaimNotices implements HomeNotices {
    private final Claims claims;
    private final ClaimService claimService;
    private final SchoolStaffAccess schoolStaffAccess;
    private final PeopleService people;

    ClaimNotices(Claims claims, ClaimService claimService, SchoolStaffAccess schoolStaffAccess, PeopleService people) {
        this.claims = claims;
        this.claimService = claimService;
        this.schoolStaffAccess = schoolStaffAccess;
        this.people = people;
    }

    @Override
    @Transactional
    public List<HomeNotice> of(StaffMember me) {
        var ofSchools = schoolStaffAccess.administeredBy(me).stream().flatMap(each -> ofSchool(each).stream());
        var ofProgramme = me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR)
                ? claimService.openFor(me).stream().map(ClaimNotices::notice)
                : Stream.<HomeNotice>empty();
        return Stream.concat(ofSchools, ofProgramme).toList();
    }

    private List<HomeNotice> ofSchool(SchoolFacts school) {
        return claims.openAt(school.id()).stream()
                .map(claim -> notice(people.nameOf(claim.staffId()), school, "/people?school=" + school.publicId()))
                .toList();
    }

    private static HomeNotice notice(ClaimService.OpenClaim waiting) {
        return notice(waiting.name(), waiting.school(), "/claims");
    }

    private static HomeNotice notice(String name, SchoolFacts school, String href) {
        return new HomeNotice(
                Words.of("people.asksToJoin", name, school.name()),
                Words.of("people.approveIfKnown"),
                Words.of("people.toDecide"),
                href);
    }
}
