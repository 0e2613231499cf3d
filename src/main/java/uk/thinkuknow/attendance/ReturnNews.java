package uk.thinkuknow.attendance;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

/** Tells whoever keeps totals that a return was signed or taken back, in the same transaction. */
@Singleton
class ReturnNews {
    private final Event<ReturnSigned> signed;
    private final Event<ReturnTakenBack> takenBack;

    ReturnNews(Event<ReturnSigned> signed, Event<ReturnTakenBack> takenBack) {
        this.signed = signed;
        this.takenBack = takenBack;
    }

    void signed(Delivery delivery) {
        signed.fire(new ReturnSigned(delivery.session().id(), delivery.session().schoolId()));
    }

    void takenBack(Delivery delivery) {
        takenBack.fire(
                new ReturnTakenBack(delivery.session().id(), delivery.session().schoolId()));
    }
}
