package uk.thinkuknow.attendance.returns;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import uk.thinkuknow.attendance.register.Delivery;

/** Tells whoever keeps totals that a return was signed, taken back or withdrawn, in the same transaction. */
@Singleton
class ReturnNews {
    private final Event<ReturnSigned> signed;
    private final Event<ReturnTakenBack> takenBack;
    private final Event<ReturnWithdrawn> withdrawn;

    ReturnNews(Event<ReturnSigned> signed, Event<ReturnTakenBack> takenBack, Event<ReturnWithdrawn> withdrawn) {
        this.signed = signed;
        this.takenBack = takenBack;
        this.withdrawn = withdrawn;
    }

    void signed(Delivery delivery) {
        signed.fire(new ReturnSigned(delivery.session().id(), delivery.session().schoolId()));
    }

    void withdrawn(Delivery delivery) {
        withdrawn.fire(
                new ReturnWithdrawn(delivery.session().id(), delivery.session().schoolId()));
    }

    void takenBack(Delivery delivery) {
        takenBack.fire(
                new ReturnTakenBack(delivery.session().id(), delivery.session().schoolId()));
    }
}
