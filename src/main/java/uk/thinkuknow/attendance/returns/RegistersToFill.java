package uk.thinkuknow.attendance.returns;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import uk.thinkuknow.attendance.register.Deliveries;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.LateNews;
import uk.thinkuknow.attendance.register.Register;
import uk.thinkuknow.attendance.register.Registers;

/** Registers that are still filled in: begun with what the room knows, and told what devices have sent since. */
@Singleton
class RegistersToFill {
    private final Deliveries deliveries;
    private final Registers registers;
    private final ReturnBook returns;
    private final Clock clock;

    RegistersToFill(Deliveries deliveries, Registers registers, ReturnBook returns, Clock clock) {
        this.deliveries = deliveries;
        this.registers = registers;
        this.returns = returns;
        this.clock = clock;
    }

    /**
     * The register, locked and open to be filled in; empty if it is signed, or if the return came without one. One that
     * is not there yet is opened. The lock comes first: a transaction that reads before it waits would see what was before.
     */
    Optional<Register> of(Delivery delivery) {
        var known = registers.lockedOf(delivery.session().id());
        if (known.isPresent()) {
            return known.filter(register -> !register.isSigned());
        }
        return returns.isSigned(delivery.session().id()) ? Optional.empty() : Optional.of(begin(delivery));
    }

    Register begin(Delivery delivery) {
        var seats = deliveries.seats(delivery);
        var register = Register.openFor(
                delivery.session().id(),
                delivery.room().classes(),
                deliveries.joined(delivery, seats),
                deliveries.visitors(delivery, seats),
                clock.instant());
        register.beginWith(deliveries.headsCounted(delivery));
        registers.persist(register);
        return register;
    }

    /** That of a return which came without one, from paper or from before: as if it had been signed here. */
    Register beginSigned(Delivery delivery) {
        var register = begin(delivery);
        register.sign();
        return register;
    }

    void hear(Delivery delivery, Register register) {
        var seats = deliveries.seats(delivery);
        register.hear(
                delivery.room().classes(), deliveries.joined(delivery, seats), deliveries.visitors(delivery, seats));
    }

    /** What devices have sent since it was signed. */
    LateNews late(Delivery delivery, Register register) {
        var seats = deliveries.seats(delivery);
        return register.late(deliveries.joined(delivery, seats), deliveries.visitors(delivery, seats));
    }

    /** Lets what devices have sent since stay out of it, and says what that was. */
    LateNews leaveAsSigned(Delivery delivery, Register register) {
        var seats = deliveries.seats(delivery);
        var joined = deliveries.joined(delivery, seats);
        var visitors = deliveries.visitors(delivery, seats);
        var late = register.late(joined, visitors);
        register.leaveAsSigned(joined, visitors);
        return late;
    }
}
