package uk.thinkuknow.attendance.returns;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import uk.thinkuknow.attendance.plausibility.ConfirmerCheck;
import uk.thinkuknow.attendance.register.Deliveries;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.RegisterCount;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/** Lets a school's staff confirm the heads that a trainer signed at a visit, or send the register back. */
@Singleton
class VisitService {
    private final Deliveries deliveries;
    private final SignedReturns returns;
    private final ConfirmerCheck confirmers;
    private final PeopleService people;

    VisitService(Deliveries deliveries, SignedReturns returns, ConfirmerCheck confirmers, PeopleService people) {
        this.deliveries = deliveries;
        this.returns = returns;
        this.confirmers = confirmers;
        this.people = people;
    }

    /**
     * Confirms the heads of a visit, so that its return counts; a second call changes nothing.
     *
     * @param seen the signature that the user saw
     * @param wasThere the user says that they were in the classroom, although somebody else was expected to be
     * @throws MayNotConfirm if the user signed the register, or somebody else should confirm and the user does not say
     *     that they were there; or if the return is not plausible and they may not confirm that it is right
     * @throws Refused if the return was signed again since the user saw it
     * @throws NotFound for another school's session, or one that nobody has signed
     */
    @Transactional
    void confirm(StaffMember by, PublicId session, String seen, boolean wasThere) {
        var delivery = toConfirm(by, session);
        var confirmer = delivery.session().confirmer();
        if (confirmer != null && confirmer != by.id() && !wasThere) {
            throw MayNotConfirm.instead(people.nameOf(confirmer));
        }
        var register = deliveries.lockedRegisterOf(delivery);
        requireMayVouch(by, delivery);
        requireSeen(seen, delivery);
        returns.confirm(
                by, delivery, () -> RegisterCount.of(register.orElseThrow(NotFound::new), delivery.sessionClasses()));
    }

    /**
     * Sends the register of a visit back because its heads are not right: deletes the return, and opens the register
     * for its signer again.
     *
     * @throws NoReason if the user does not say what is not right
     * @throws Refused if the heads have been confirmed, or the return was signed again since the user saw it
     */
    @Transactional
    void sendBack(StaffMember by, PublicId session, String seen, String why) {
        var delivery = toConfirm(by, session);
        if (why.isBlank() || why.length() > NoReason.AT_MOST) {
            throw new NoReason();
        }
        var register = deliveries.lockedRegisterOf(delivery).orElseThrow(NotFound::new);
        requireMayVouch(by, delivery);
        requireSeen(seen, delivery);
        returns.sendBack(by, delivery, why.strip());
        register.reopen();
    }

    private void requireSeen(String seen, Delivery delivery) {
        returns.waitingOf(delivery)
                .filter(waits -> !waits.publicId().value().equals(seen))
                .ifPresent(_ -> {
                    throw new Refused("returns.answeredAlready");
                });
    }

    /** One answer confirms the heads and, if the return is not plausible, that it is right all the same. */
    private void requireMayVouch(StaffMember by, Delivery delivery) {
        var waiting = returns.waitingOf(delivery);
        if (waiting.filter(waits -> waits.signer().equals(by.username())).isPresent()) {
            throw MayNotConfirm.delivered();
        }
        waiting.filter(waits -> !waits.grounds().isEmpty())
                .map(waits -> confirmers.of(
                        delivery,
                        people.accountByUsername(waits.signer())
                                .map(Account::id)
                                .orElse(null),
                        waits.grounds()))
                .filter(waits -> !confirmers.mayVouch(by, waits))
                .ifPresent(_ -> {
                    throw MayNotConfirm.notSecond();
                });
    }

    private Delivery toConfirm(StaffMember by, PublicId session) {
        var delivery = deliveries.of(by, session);
        if (!delivery.mayBeConfirmedBy(by)) {
            throw MayNotConfirm.delivered();
        }
        return delivery;
    }
}
