package uk.thinkuknow.attendance.returns;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import uk.thinkuknow.attendance.plausibility.PlausibilityService;
import uk.thinkuknow.attendance.register.Deliveries;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.Register;
import uk.thinkuknow.attendance.register.RegisterCount;
import uk.thinkuknow.attendance.register.SecondSignatureNeeded;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.ConfirmerRules;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Stores and decides requests to amend or withdraw a return that counts: one person asks, with a reason, and the return
 * stays as it is until another has signed. A signer who can still take the signature back needs no second signature.
 */
@Singleton
class SecondSignatures {
    private final Deliveries deliveries;
    private final ReturnChanges changes;
    private final SignedReturns returns;
    private final PlausibilityService plausibility;
    private final SecondSignerRules signers;
    private final SecondSignatureLetters letters;
    private final PeopleService people;
    private final Clock clock;

    SecondSignatures(
            Deliveries deliveries,
            ReturnChanges changes,
            SignedReturns returns,
            PlausibilityService plausibility,
            SecondSignerRules signers,
            SecondSignatureLetters letters,
            PeopleService people,
            Clock clock) {
        this.deliveries = deliveries;
        this.changes = changes;
        this.returns = returns;
        this.plausibility = plausibility;
        this.signers = signers;
        this.letters = letters;
        this.people = people;
        this.clock = clock;
    }

    /** Returns whether a change of the session's return waits for its second signature. */
    boolean isWaiting(Delivery delivery) {
        return changes.waitingOf(delivery.session().id()).isPresent();
    }

    /**
     * Stores the request to amend a return, whose register the signer has signed again. Runs in the transaction that
     * signs the register.
     */
    void amend(StaffMember by, Delivery delivery, String why, RegisterCount registerCount) {
        var change = ask(by, delivery, ReturnChange.Kind.AMENDMENT, why);
        people.note(
                by.name(),
                Words.of("returns.actAskedAmend"),
                delivery.subject(),
                Words.of(
                        "returns.amendedTo",
                        returns.summaryOf(delivery),
                        SessionAttendance.of(registerCount).noted(delivery),
                        why));
        letters.ask(by, change, delivery);
    }

    /** Cancels the change that waits, if any, because the signature was taken back. */
    void drop(StaffMember by, Delivery delivery) {
        changes.waitingOf(delivery.session().id()).ifPresent(change -> change.giveUp(by.name(), clock.instant()));
    }

    /**
     * Withdraws a return: at once if the signer can still take the signature back, else when a second person has
     * signed.
     *
     * @return true if it is withdrawn, false if it waits for a second signature
     * @throws SecondSignatureNeeded if the user may not withdraw it, the reason is missing or too long, it does not
     *     count, or a change waits already
     * @throws NotFound for a session that the user may not see
     */
    @Transactional
    boolean withdraw(StaffMember by, PublicId session, String why) {
        var delivery = deliveries.visibleTo(by, session);
        deliveries.lockedRegisterOf(delivery);
        requireMayWithdraw(by, delivery);
        if (why.isBlank() || why.length() > SecondSignatureNeeded.REASON_AT_MOST) {
            throw SecondSignatureNeeded.noReason();
        }
        if (isWaiting(delivery)) {
            throw SecondSignatureNeeded.waitsAlready();
        }
        if (!returns.needsSecond(by, delivery)) {
            withdraw(delivery, by.name(), why.strip());
            return true;
        }
        var change = ask(by, delivery, ReturnChange.Kind.WITHDRAWAL, why.strip());
        people.note(by.name(), Words.of("returns.actAskedWithdraw"), delivery.subject(), change.why());
        letters.ask(by, change, delivery);
        return false;
    }

    /**
     * Gives the second signature: from now on the amended return counts, or the withdrawn one no longer does.
     *
     * @param seen the change that the user saw, by the time when it was asked for
     * @param wasThere the user says that they were in the classroom at a visit, instead of the person expected there
     * @throws Refused if it is another change than the one the user saw
     * @throws SecondSignatureNeeded if the user asked for the change, or others must sign it; the message says who may
     * @throws MayNotConfirm if the heads of a visit were amended, somebody else is expected to confirm them, and the
     *     user does not say that they were there
     * @throws NotFound if no change waits
     */
    @Transactional
    void sign(StaffMember by, PublicId session, String seen, boolean wasThere) {
        decide(by, session, (change, delivery) -> {
            var asker = people.nameOf(change.asker());
            signers.require(by, asker, change, delivery);
            var confirmer = delivery.session().confirmer();
            if (SecondSignerRules.isSchoolsAlone(change, delivery)
                    && confirmer != null
                    && confirmer != by.id()
                    && !wasThere) {
                throw MayNotConfirm.instead(people.nameOf(confirmer));
            }
            if (!change.askedAt().toString().equals(seen)) {
                throw new Refused("returns.anotherChange");
            }
            change.sign(by.name(), clock.instant());
            if (change.isWithdrawal()) {
                withdraw(delivery, Words.of("returns.bothNames", asker, by.name()), change.why());
            } else {
                amend(by, change, delivery);
            }
            letters.decided(change, delivery, Words.of("returns.decidedSigned", by.name()));
        });
    }

    /**
     * Refuses a change: the return counts as before, and an amended register is open again for its signer.
     *
     * @throws NoReason if the user does not say what is not right
     * @throws SecondSignatureNeeded if the user may not decide
     */
    @Transactional
    void refuse(StaffMember by, PublicId session, String because) {
        if (because.isBlank() || because.length() > NoReason.AT_MOST) {
            throw new NoReason();
        }
        decide(by, session, (change, delivery) -> {
            signers.require(by, people.nameOf(change.asker()), change, delivery);
            change.refuse(by.name(), clock.instant(), because.strip());
            if (!change.isWithdrawal()) {
                deliveries.lockedRegisterOf(delivery).ifPresent(Register::amend);
            }
            people.note(by.name(), Words.of("returns.actRefused"), delivery.subject(), because.strip());
            letters.decided(change, delivery, Words.of("returns.decidedRefused", by.name(), because.strip()));
        });
    }

    /**
     * Cancels the user's own request for a change.
     *
     * @throws NotFound if no request of theirs waits
     */
    @Transactional
    void giveUp(StaffMember by, PublicId session) {
        decide(by, session, (change, delivery) -> {
            if (change.asker() != by.id()) {
                throw new NotFound();
            }
            change.giveUp(by.name(), clock.instant());
            people.note(by.name(), Words.of("returns.actGaveUp"), delivery.subject(), "");
        });
    }

    /**
     * Returns the page of a waiting change.
     *
     * @param back the path of the return's page that the user may see
     * @throws NotFound if no change waits, or the user may not see it
     */
    @Transactional
    ChangePage page(StaffMember by, PublicId session, String back, String problem) {
        var delivery = deliveries.visibleTo(by, session);
        var change = changes.waitingOf(delivery.session().id()).orElseThrow(NotFound::new);
        var then = change.isWithdrawal() ? SessionAttendance.NOBODY : SessionAttendance.of(counting(delivery));
        var confirmer = delivery.session().confirmer();
        return new ChangePage(
                ChangePage.Head.of(delivery, back),
                new ChangePage.RequestedChange(
                        change.isWithdrawal(),
                        people.nameOf(change.asker()),
                        Words.of(
                                "returns.dayAndTime",
                                TextFormat.longDay(change.askedAt()),
                                TextFormat.timeOfDay(change.askedAt())),
                        change.why(),
                        change.askedAt().toString()),
                ReturnComparison.between(returns.cameOf(delivery), then, delivery),
                new ChangePage.ChangePermissions(
                        signers.may(by, change, delivery),
                        change.asker() == by.id(),
                        SecondSignerRules.isSchoolsAlone(change, delivery) && confirmer != null && confirmer != by.id()
                                ? people.nameOf(confirmer)
                                : "",
                        SecondSignerRules.who(change, delivery)),
                problem);
    }

    /**
     * Returns the page for withdrawing a return.
     *
     * @throws NotFound for a session that the user may not see, or that has no return
     * @throws SecondSignatureNeeded if the user may not withdraw it, or it does not count
     */
    @Transactional
    WithdrawalPage withdrawal(StaffMember by, PublicId session, String back, String why, String problem) {
        var delivery = deliveries.visibleTo(by, session);
        if (!returns.isSigned(delivery.session().id())) {
            throw new NotFound();
        }
        requireMayWithdraw(by, delivery);
        return new WithdrawalPage(
                ChangePage.Head.of(delivery, back),
                returns.summaryOf(delivery),
                returns.needsSecond(by, delivery),
                delivery.isSignedBy(by) ? "" : delivery.session().signer().name(),
                why,
                problem);
    }

    /** Returns the changes in this manager's area that wait for a second signature, oldest first. */
    @Transactional
    List<ReturnChanges.WaitingChange> waitingIn(StaffMember manager) {
        return changes.waiting(null, manager.scope());
    }

    /** The second signature is also the confirmation of an amended return that is not plausible. */
    private void amend(StaffMember by, ReturnChange change, Delivery delivery) {
        var register = deliveries.registerOf(delivery).orElseThrow(NotFound::new);
        var came = SessionAttendance.of(RegisterCount.of(register, delivery.sessionClasses()));
        var marks = came.marks(register.finished(delivery.steps()), false);
        var judgement = plausibility.judge(delivery, marks, returns.signedUnder(delivery));
        if (ConfirmerRules.isBeyondRoll(judgement.grounds())
                && !signers.mayVouch(by, change.asker(), delivery, judgement.grounds())) {
            throw new Refused("returns.beyondRoll");
        }
        returns.amend(by, people.account(change.asker()), change.askedAt(), delivery, came, judgement);
    }

    private ReturnChange ask(StaffMember by, Delivery delivery, ReturnChange.Kind kind, String why) {
        var change = new ReturnChange(delivery.session().id(), kind, why, by.id(), clock.instant());
        changes.persist(change);
        return change;
    }

    private void withdraw(Delivery delivery, String by, String why) {
        deliveries.registerOf(delivery).filter(register -> !register.isSigned()).ifPresent(Register::sign);
        returns.withdraw(by, why, delivery);
    }

    private void requireMayWithdraw(StaffMember by, Delivery delivery) {
        if (!delivery.isSignedBy(by) && !deliveries.isManagedBy(by, delivery)) {
            throw SecondSignatureNeeded.mayNotWithdraw(
                    delivery.session().signer().name());
        }
        if (!returns.counts(delivery)) {
            throw SecondSignatureNeeded.notCounted();
        }
    }

    private RegisterCount counting(Delivery delivery) {
        return RegisterCount.of(deliveries.registerOf(delivery).orElseThrow(NotFound::new), delivery.sessionClasses());
    }

    private void decide(StaffMember by, PublicId session, Decision decision) {
        var delivery = deliveries.visibleTo(by, session);
        deliveries.lockedRegisterOf(delivery);
        decision.on(changes.waitingOf(delivery.session().id()).orElseThrow(NotFound::new), delivery);
    }

    private interface Decision {
        void on(ReturnChange change, Delivery delivery);
    }
}
