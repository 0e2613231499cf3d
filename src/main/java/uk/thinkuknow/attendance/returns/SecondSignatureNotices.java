package uk.thinkuknow.attendance.returns;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import uk.thinkuknow.attendance.register.Deliveries;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Shows on home pages that changes of returns wait for a second signature: each change to the staff of its school who
 * may give it, and to managers the number in their area without amended returns of visits and their own requests.
 */
@Singleton
@Priority(700)
class SecondSignatureNotices implements HomeNotices {
    private final ReturnChanges changes;
    private final SecondSignerRules signers;
    private final Deliveries deliveries;

    SecondSignatureNotices(ReturnChanges changes, SecondSignerRules signers, Deliveries deliveries) {
        this.changes = changes;
        this.signers = signers;
        this.deliveries = deliveries;
    }

    @Override
    @Transactional
    public List<HomeNotice> of(StaffMember me) {
        if (me.is(Role.MANAGER)) {
            return manager(me);
        }
        var school = me.schoolId();
        if (school == null || !me.is(Role.TEACHER) && !me.is(Role.DSL)) {
            return List.of();
        }
        return changes.waiting(school, Scope.PROGRAMME).stream()
                .filter(each -> maySign(me, each))
                .map(SecondSignatureNotices::notice)
                .toList();
    }

    private boolean maySign(StaffMember me, ReturnChanges.WaitingChange each) {
        var delivery = deliveries.visibleTo(me, new PublicId(each.session()));
        return changes.waitingOf(delivery.session().id())
                .filter(change -> signers.may(me, change, delivery))
                .isPresent();
    }

    private List<HomeNotice> manager(StaffMember me) {
        long count = mine(me).count();
        return count == 0
                ? List.of()
                : List.of(new HomeNotice(
                        Words.of("returns.noticeWaiting", count),
                        Words.of("returns.noticeWaitingText"),
                        Words.of("returns.noticeTag"),
                        "/return-changes"));
    }

    private Stream<ReturnChanges.WaitingChange> mine(StaffMember me) {
        return changes.waiting(null, me.scope()).stream()
                .filter(each -> each.asked().staffId() != me.id())
                .filter(each -> each.withdrawal() || !each.visit());
    }

    private static HomeNotice notice(ReturnChanges.WaitingChange each) {
        return new HomeNotice(
                Words.of("returns.noticeSign", each.withdrawal()),
                Words.of("returns.noticeSignText", each.what(), each.asked().name(), each.why()),
                Words.of("returns.noticeTag"),
                "/sessions/" + each.session() + "/change");
    }
}
