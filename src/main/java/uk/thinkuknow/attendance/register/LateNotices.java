package uk.thinkuknow.attendance.register;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import uk.thinkuknow.common.London;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Asks a signer to look again when devices sent, after she signed, what would have changed a mark. Only today's returns are
 * looked at time and again: after midnight nothing more arrives, so one that has no news by then is settled.
 */
@Singleton
@Priority(500)
class LateNotices implements HomeNotices {
    private final Deliveries deliveries;
    private final Clock clock;

    LateNotices(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<HomeNotice> of(StaffMember me) {
        var notices = new ArrayList<HomeNotice>();
        for (var register : deliveries.unsettledOf(me.id())) {
            var delivery = deliveries.of(register.sessionId());
            var late = register.late(deliveries.heard(delivery));
            if (!late.isEmpty()) {
                notices.add(notice(delivery, late));
            } else if (delivery.session().localDate().isBefore(London.today(clock))) {
                register.settle();
            }
        }
        return notices;
    }

    private static HomeNotice notice(Delivery delivery, LateNews late) {
        return new HomeNotice(
                late.inWords() + ": look and amend",
                "%s with %s".formatted(delivery.title(), delivery.session().classNames()),
                "After signing",
                "/sessions/" + delivery.session().publicId() + "/return");
    }
}
