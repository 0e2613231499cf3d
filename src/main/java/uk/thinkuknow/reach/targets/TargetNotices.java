package uk.thinkuknow.reach.targets;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;

/** Shows managers on their home page that proposals for targets wait for their approval. */
@Singleton
@Priority(400)
class TargetNotices implements HomeNotices {
    private final TargetApproval approval;

    TargetNotices(TargetApproval approval) {
        this.approval = approval;
    }

    @Override
    @Transactional
    public List<HomeNotice> of(StaffMember me) {
        long waiting = me.is(Role.MANAGER) ? approval.waitingFor(me) : 0;
        return waiting == 0
                ? List.of()
                : List.of(new HomeNotice(
                        Words.of("targets.notice"),
                        Words.of("targets.noticeText", waiting),
                        Words.of("targets.noticeButton"),
                        "/targets/proposals"));
    }
}
