package uk.thinkuknow.schools.accounts;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.thinkuknow.common.Words;
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
                        Words.of("accounts.toSchool", school.name()),
                        "/people?school=" + school.publicId() + "#invite")));
        if (me.is(Role.ADMINISTRATOR)) {
            notices.addAll(sent(invitationService.sentByProgramme(), Words.of("accounts.toProgramme"), "/accounts"));
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
                                Words.of("accounts.youAreInvited", each.whither()),
                                Words.of("accounts.openLink", email, each.until()),
                                Words.of("accounts.title"),
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
                    Words.of("accounts.ranOutUnused", lapsed.size(), whither),
                    Words.of("accounts.inviteAgain", names(lapsed)),
                    Words.of("accounts.ranOut"),
                    href));
        }
        if (!open.isEmpty()) {
            notices.add(new HomeNotice(
                    Words.of("accounts.invitationsNotUsed", open.size(), whither),
                    Words.of("accounts.askWhetherItCame", names(open)),
                    Words.of("accounts.notUsed"),
                    href));
        }
        return notices;
    }

    private static String names(List<InvitationService.SentInvitation> some) {
        return some.stream().map(InvitationService.SentInvitation::name).collect(Collectors.joining(", "));
    }
}
