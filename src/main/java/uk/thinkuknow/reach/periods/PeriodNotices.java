package uk.thinkuknow.reach.periods;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Shows managers of the whole programme on their home page the frozen figures that wait for their approval; not those
 * they signed themselves.
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
        return periods.list("state", ClosedPeriod.State.SIGNED).stream()
                .filter(closed -> closed.signedBy() != me.id())
                .map(closed -> new HomeNotice(
                        Words.of("periods.notice"),
                        Words.of("periods.beforeApproval"),
                        Words.of("periods.noticeButton"),
                        "/periods/" + closed.publicId()))
                .toList();
    }
}
