package uk.thinkuknow.attendance.register;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Shows a notice on the signer's home page when devices sent, after the signature, something that would have changed
 * the register. Nothing more arrives after midnight, so a register without news by then is settled and not read again.
 */
@Singleton
@Priority(500)
class LateActivityNotices implements HomeNotices {
    private final Deliveries deliveries;
    private final Clock clock;

    LateActivityNotices(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<HomeNotice> of(StaffMember me) {
        var notices = new ArrayList<HomeNotice>();
        for (var register : deliveries.unsettledOf(me.id())) {
            var delivery = deliveries.of(register.sessionId());
            var late = register.late(deliveries.deviceReport(delivery));
            if (!late.isEmpty()) {
                notices.add(notice(delivery, late));
            } else if (delivery.session().localDate().isBefore(London.today(clock))) {
                register.settle();
            }
        }
        return notices;
    }

    private static HomeNotice notice(Delivery delivery, LateActivity late) {
        return new HomeNotice(
                Words.of("register.lookAndAmend", late.inWords()),
                Words.of(
                        "register.lessonWith",
                        delivery.title(),
                        delivery.session().classNames()),
                Words.of("register.afterSigning"),
                "/sessions/" + delivery.session().publicId() + "/return");
    }
}
