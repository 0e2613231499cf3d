package uk.thinkuknow.attendance.confirmation;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import uk.thinkuknow.attendance.returns.ConfirmationService;
import uk.thinkuknow.attendance.returns.WaitingReturn;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Shows on home pages how many returns a person may confirm. Visits that only wait for their heads are left out: the
 * home page of their school shows each.
 */
@Singleton
@Priority(750)
class ConfirmationNotices implements HomeNotices {
    private final ConfirmationService waiting;

    ConfirmationNotices(ConfirmationService waiting) {
        this.waiting = waiting;
    }

    @Override
    public List<HomeNotice> of(StaffMember me) {
        if (!me.is(Role.MANAGER) && !me.is(Role.TEACHER) && !me.is(Role.DSL)) {
            return List.of();
        }
        var found = waiting.waitingFor(me);
        var all = Stream.concat(found.unanswered().stream(), found.others().stream())
                .filter(each -> !each.grounds().isEmpty())
                .toList();
        return all.isEmpty()
                ? List.of()
                : List.of(notice(all, found.unanswered().size()));
    }

    private static HomeNotice notice(List<WaitingReturn> all, int late) {
        var first = all.getFirst();
        return new HomeNotice(
                Words.of("confirmation.notice", all.size(), first.taught().forWhom()),
                all.size() == 1
                        ? Words.of(
                                "confirmation.noticeOne",
                                first.taught().lesson(),
                                TextFormat.weekday(first.taught().day()),
                                first.signed().by())
                        : Words.of("confirmation.noticeSeveral", late),
                Words.of("confirmation.noticeTag"),
                all.size() == 1 ? "/returns-to-confirm/" + first.session() : "/returns-to-confirm");
    }
}
