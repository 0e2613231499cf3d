package uk.thinkuknow.reach.periods;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Shows managers of the whole programme on their home page the frozen figures that wait for their approval; not those
 * they signed themselves. It also shows the briefs that need a corrected edition.
 */
@Singleton
@Priority(300)
class PeriodNotices implements HomeNotices {
    private final ClosedPeriods periods;

    PeriodNotices(ClosedPeriods periods) {
        this.periods = periods;
    }

    @Override
    @Transactional
    public List<HomeNotice> of(StaffMember me) {
        if (!me.is(Role.MANAGER) || !me.scope().isProgramme()) {
            return List.of();
        }
        var toApprove = periods.list("state", ClosedPeriod.State.SIGNED).stream()
                .filter(closed -> closed.signedBy() != me.id())
                .map(closed -> notice(closed, "periods.notice", "periods.beforeApproval", "periods.noticeButton"));
        var toCorrect = periods.approved().stream()
                .filter(closed -> periods.correction(closed).isPresent())
                .map(closed -> notice(closed, "periods.noticeToCorrect", "periods.keepsItsBytes", "periods.toCorrect"));
        return Stream.concat(toApprove, toCorrect).toList();
    }

    private static HomeNotice notice(ClosedPeriod closed, String what, String why, String button) {
        return new HomeNotice(Words.of(what), Words.of(why), Words.of(button), "/periods/" + closed.publicId());
    }
}
