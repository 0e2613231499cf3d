package uk.thinkuknow.attendance.returns;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import uk.thinkuknow.attendance.register.Counting;
import uk.thinkuknow.attendance.register.Deliveries;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/** The door to what a school says of the heads that a trainer signed at a visit. */
@Singleton
class VisitService {
    private final Deliveries deliveries;
    private final ReturnBook returns;
    private final PeopleService people;

    VisitService(Deliveries deliveries, ReturnBook returns, PeopleService people) {
        this.deliveries = deliveries;
        this.returns = returns;
        this.people = people;
    }

    /**
     * Confirms the heads of a visit: from now on its return counts. A second time it stays confirmed.
     *
     * @param wasThere she says that she was in the room, where somebody else was expected to be
     * @throws NotInTheRoom if she delivered it herself, or somebody else is to confirm and she does not say that she was there
     * @throws NotFound for another school's session, or one that nobody has signed
     */
    @Transactional
    void confirm(StaffMember by, PublicId session, boolean wasThere) {
        var delivery = toConfirm(by, session);
        var confirmer = delivery.session().confirmer();
        if (confirmer != null && confirmer != by.id() && !wasThere) {
            throw NotInTheRoom.instead(people.nameOf(confirmer));
        }
        var register = deliveries.lockedRegisterOf(delivery).orElseThrow(NotFound::new);
        returns.confirm(by, delivery, Counting.of(register, delivery.room()));
    }

    /**
     * Says that the heads of a visit are not right: the register is open again for whoever delivered.
     *
     * @throws NoReason if she does not say what is not right
     * @throws ConfirmedAlready if they have been confirmed
     */
    @Transactional
    void sendBack(StaffMember by, PublicId session, String why) {
        var delivery = toConfirm(by, session);
        if (why.isBlank() || why.length() > NoReason.AT_MOST) {
            throw new NoReason();
        }
        var register = deliveries.lockedRegisterOf(delivery).orElseThrow(NotFound::new);
        returns.sendBack(by, delivery, why.strip());
        register.reopen();
    }

    private Delivery toConfirm(StaffMember by, PublicId session) {
        var delivery = deliveries.of(by, session);
        if (!delivery.mayBeConfirmedBy(by)) {
            throw NotInTheRoom.delivered();
        }
        return delivery;
    }
}
