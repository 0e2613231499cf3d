package uk.thinkuknow.schools.accounts;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.SchoolStaffAccess;

/**
 * Shows notices about unused invitations on home pages: to the invited person, and to the administrators who can invite
 * again.
 */
@Singleton
@Priority(150)
class InvitationNotices implements HomeNotices {
    private final InvitationService invitationService;
    private final SchoolStaffAccess schoolStaffAccess;
    private final PeopleService people;

    InvitationNotices(InvitationService invitationService, SchoolStaffAccess schoolStaffAccess, PeopleService people) {
        this.invitationService = invitationService;
        this.schoolStaffAccess = schoolStaffAccess;
        this.people = people;
    }

    @Override
    @Transactional
    public List<HomeNotice> of(StaffMember me) {
        var notices = new ArrayList<>(sentTo(me));
        schoolStaffAccess
                .administeredBy(me)
                .forEach(school -> notices.addAll(sent(
                        invitationService.sentBy(school),
                        "to " + school.name(),
                        "/people?school=" + school.publicId() + "#invite")));
        if (me.is(Role.ADMINISTRATOR)) {
            notices.addAll(sent(invitationService.sentByProgramme(), "to the programme", "/accounts"));
        }
        return notices;
    }

    private List<HomeNotice> sentTo(StaffMember me) {
        var account = people.account(me.id());
        var email = account.email();
        return email == null || !account.emailVerified()
                ? List.of()
                : invitationService.openTo(email).stream()
                        .map(each -> new HomeNotice(
                                "You are invited to " + each.whither(),
                                "Open the link in the letter that was sent to " + email + ". It works until "
                                        + each.until() + ".",
                                "Invitation",
                                "/my-schools"))
                        .toList();
    }

    private static List<HomeNotice> sent(List<InvitationService.SentInvitation> all, String whither, String href) {
        var notices = new ArrayList<HomeNotice>();
        var lapsed =
                all.stream().filter(InvitationService.SentInvitation::expired).toList();
        var open = all.stream().filter(each -> !each.expired()).toList();
        if (!lapsed.isEmpty()) {
            notices.add(new HomeNotice(
                    count(lapsed) + " " + whither + " ran out unused",
                    names(lapsed) + ". Invite again whoever is still to come.",
                    "Ran out",
                    href));
        }
        if (!open.isEmpty()) {
            notices.add(new HomeNotice(
                    count(open) + " " + whither + TextFormat.word(open.size(), " is", " are") + " not used yet",
                    names(open) + ". Ask whether the letter has come.",
                    "Not used yet",
                    href));
        }
        return notices;
    }

    private static String count(List<InvitationService.SentInvitation> some) {
        return TextFormat.counted(some.size(), "invitation", "invitations");
    }

    private static String names(List<InvitationService.SentInvitation> some) {
        return some.stream().map(InvitationService.SentInvitation::name).collect(Collectors.joining(", "));
    }
}
