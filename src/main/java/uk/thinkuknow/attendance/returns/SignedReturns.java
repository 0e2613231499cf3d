package uk.thinkuknow.attendance.returns;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.plausibility.Judgement;
import uk.thinkuknow.attendance.plausibility.PlausibilityService;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.LateActivity;
import uk.thinkuknow.attendance.register.RegisterCount;
import uk.thinkuknow.attendance.register.SecondSignatureNeeded;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Repository of signed returns: signs, confirms, amends, withdraws and deletes them with their lines. It tells other
 * packages by events, and writes audit entries.
 */
@Singleton
class SignedReturns implements PanacheRepository<SignedReturn> {
    private final StoredLines lines;
    private final SessionService sessions;
    private final PeopleService people;
    private final Clock clock;

    SignedReturns(StoredLines lines, SessionService sessions, PeopleService people, Clock clock) {
        this.lines = lines;
        this.sessions = sessions;
        this.people = people;
        this.clock = clock;
    }

    /** Returns the newest version of a session's return; empty if nobody has signed it. */
    private Optional<SignedReturn> ofSession(long sessionId) {
        return last(sessionId).filter(SignedReturn::isInForce);
    }

    /** Returns the last version of a session's return, also if it was amended and the amendment taken back. */
    private Optional<SignedReturn> last(long sessionId) {
        return find("sessionId = ?1 order by number desc", sessionId).firstResultOptional();
    }

    private Optional<SignedReturn> of(Delivery delivery) {
        return ofSession(delivery.session().id());
    }

    boolean isSigned(long sessionId) {
        return ofSession(sessionId).isPresent();
    }

    /**
     * Returns the version of the counting rules by which the session's return was judged when it was first signed; 0
     * without one.
     */
    int signedUnder(Delivery delivery) {
        return of(delivery).map(SignedReturn::rules).orElse(0);
    }

    /**
     * Signs a return, or a new version of one. It does not count until a second person confirms it if it is not
     * plausible, or if it is of a visit and the signer is not the person expected to confirm its heads.
     */
    void sign(StaffMember by, Delivery delivery, SessionAttendance came, Judgement judgement) {
        var last = last(delivery.session().id());
        var before = last.filter(SignedReturn::isInForce);
        var was = before.map(each -> cameOf(each).noted(delivery));
        before.ifPresent(this::supersede);
        boolean waits = delivery.mustBeConfirmedAfter(by) || !judgement.isPlausible();
        var signed = new SignedReturn(
                        PublicId.draw(),
                        delivery.session().id(),
                        1 + last.map(SignedReturn::number).orElse(0),
                        waits ? SignedReturn.State.UNCONFIRMED : came.state(),
                        new SignedReturn.Signature(by.name(), by.username(), clock.instant()))
                .judged(judgement.rules(), judgement.grounds());
        store(by.id(), signed, delivery, came);
        was.ifPresentOrElse(
                then -> people.noteChange(
                        by.name(), Words.of("returns.actAmended"), delivery.subject(), then, came.noted(delivery)),
                () -> people.note(by.name(), Words.of("returns.actSigned"), delivery.subject(), came.noted(delivery)));
        if (waits && before.filter(SignedReturn::counts).isPresent()) {
            lines.stopped(delivery);
        }
    }

    /**
     * Stores a return.
     *
     * @param by the account that signed it; null for demo data
     */
    void store(@Nullable Long by, SignedReturn signed, Delivery delivery, SessionAttendance came) {
        persist(signed);
        boolean waits = signed.isUnconfirmed();
        sessions.recordSigned(signed.sessionId(), by, signed.signedAt(), waits ? null : signed.signedAt());
        if (waits) {
            lines.keep(signed, delivery, came);
        } else {
            lines.count(signed, delivery, came);
        }
    }

    /** Returns whether the session's return counts, also if nobody came. */
    boolean counts(Delivery delivery) {
        return of(delivery).filter(SignedReturn::counts).isPresent();
    }

    /**
     * Returns whether a change by this person needs a second signature: the return counts, and either somebody else
     * confirms the heads, as at a visit, or the person can no longer take the signature back.
     */
    boolean needsSecond(StaffMember by, Delivery delivery) {
        return of(delivery)
                .filter(SignedReturn::counts)
                .filter(signed ->
                        delivery.mustBeConfirmedAfter(by) || !signed.canBeTakenBackBy(by.username(), clock.instant()))
                .isPresent();
    }

    /** Replaces the version that counts with an amended one, which one person has signed and another as the second. */
    void amend(
            StaffMember second,
            Account signer,
            Instant signedAt,
            Delivery delivery,
            SessionAttendance came,
            Judgement judgement) {
        var before = counted(delivery);
        var was = summaryOf(delivery);
        supersede(before);
        var signed = new SignedReturn(
                        PublicId.draw(),
                        before.sessionId(),
                        1 + before.number(),
                        came.state(),
                        new SignedReturn.Signature(signer.name(), signer.username(), signedAt))
                .judged(judgement.rules(), judgement.grounds());
        var confirmedAt = clock.instant();
        signed.confirm(came.state(), second.name(), confirmedAt);
        persist(signed);
        sessions.recordSigned(signed.sessionId(), signer.id(), signedAt, confirmedAt);
        people.noteChange(
                second.name(), Words.of("returns.actSignedSecond"), delivery.subject(), was, came.noted(delivery));
        lines.count(signed, delivery, came);
    }

    /** Withdraws a return: it is kept and no longer counts. */
    void withdraw(String by, String why, Delivery delivery) {
        var signed = counted(delivery);
        var was = summaryOf(delivery);
        signed.withdraw(by, why, clock.instant());
        sessions.recordWithdrawn(signed.sessionId());
        people.note(by, Words.of("returns.actWithdrew"), delivery.subject(), was + " " + why);
        lines.withdraw(signed, delivery);
    }

    private SignedReturn counted(Delivery delivery) {
        return of(delivery).filter(SignedReturn::counts).orElseThrow(SecondSignatureNeeded::notCounted);
    }

    SessionAttendance cameOf(Delivery delivery) {
        return of(delivery).map(this::cameOf).orElse(SessionAttendance.NOBODY);
    }

    String summaryOf(Delivery delivery) {
        return cameOf(delivery).noted(delivery);
    }

    /** Keeps the version signed before, and stops counting it. */
    private void supersede(SignedReturn before) {
        before.supersede(clock.instant());
        lines.supersede(before);
    }

    /**
     * Checks that a return can be amended, and adds an audit entry that the user begins to.
     *
     * @throws NotFound if there is none
     * @throws SignatureIsFinal if it is not confirmed yet, and so can simply be taken back, or was withdrawn
     */
    void requireAmendable(StaffMember by, Delivery delivery) {
        var signed = of(delivery).orElseThrow(NotFound::new);
        if (signed.isUnconfirmed()) {
            throw SignatureIsFinal.unconfirmed();
        }
        if (!signed.counts()) {
            throw SignatureIsFinal.withdrawn();
        }
        people.note(by.name(), Words.of("returns.actAmends"), delivery.subject(), "");
    }

    /**
     * Adds an audit entry that the user leaves a return as it is.
     *
     * @throws NotFound if there is none
     */
    void noteLeftAsSigned(StaffMember by, Delivery delivery, LateActivity late) {
        if (!isSigned(delivery.session().id())) {
            throw new NotFound();
        }
        people.note(
                by.name(),
                Words.of("returns.actLeft"),
                delivery.subject(),
                late.isEmpty() ? "" : Words.of("returns.lateSentence", late.inWords()));
    }

    /** Returns the session's return if it waits for its confirmation. */
    Optional<SignedReturn> waitingOf(Delivery delivery) {
        return of(delivery).filter(SignedReturn::isUnconfirmed);
    }

    /**
     * Confirms a return that waits, so that it counts; does nothing if it is confirmed.
     *
     * @param register counts the register of a return that was signed before its lines were kept
     * @return whether it waited
     * @throws NotFound if there is no signature to confirm
     */
    boolean confirm(StaffMember by, Delivery delivery, Supplier<RegisterCount> register) {
        var signed = of(delivery).orElseThrow(NotFound::new);
        if (!signed.isUnconfirmed()) {
            return false;
        }
        var confirmedAt = clock.instant();
        var came = waitingCame(signed, register);
        signed.confirm(came.state(), by.name(), confirmedAt);
        sessions.recordReturned(signed.sessionId(), confirmedAt);
        people.note(by.name(), Words.of("returns.actConfirmed"), delivery.subject(), came.noted(delivery));
        lines.release(signed, delivery, came);
        return true;
    }

    private SessionAttendance waitingCame(SignedReturn signed, Supplier<RegisterCount> register) {
        var came = cameOf(signed);
        return came.isNobody() && signed.rules() < PlausibilityService.FIRST_VERSION
                ? SessionAttendance.of(register.get())
                : came;
    }

    /**
     * Deletes a return that waits for its confirmation, because its heads are not right; the caller opens the register
     * again.
     *
     * @throws NotFound if there is no signature
     * @throws Refused if it is confirmed
     */
    void sendBack(StaffMember by, Delivery delivery, String why) {
        var signed = of(delivery).orElseThrow(NotFound::new);
        if (!signed.isUnconfirmed()) {
            throw new Refused("returns.confirmedAlready");
        }
        lines.delete(signed);
        delete(signed);
        sessions.recordSigned(signed.sessionId(), null, null, null);
        people.note(by.name(), Words.of("returns.actSentBack"), delivery.subject(), why);
    }

    /** Returns who sent the return back and why; empty if nobody did since it was last signed. */
    String sentBack(Delivery delivery) {
        return ReturnPages.sentBack(people.trailOf(delivery.subject()));
    }

    /** Returns who last sent an earlier signature of the return back, when and why; empty if nobody did. */
    String sentBackBefore(Delivery delivery) {
        return ReturnPages.sentBackBefore(people.trailOf(delivery.subject()));
    }

    /** Deletes the session of a paper register whose return was sent back. */
    void deletePaperSession(Delivery delivery) {
        flush();
        sessions.deleteEntered(delivery.session().id());
    }

    /**
     * Takes a signature back: deletes the return and its lines.
     *
     * @throws NotFound if there is no signature
     * @throws SignatureIsFinal if it cannot be taken back, or not by this person
     */
    void takeBack(StaffMember by, Delivery delivery) {
        var signed = of(delivery).orElseThrow(NotFound::new);
        signed.requireCanBeTakenBackBy(by.username(), clock.instant());
        var detail = cameOf(signed).summary(delivery);
        lines.delete(signed);
        delete(signed);
        sessions.recordSigned(signed.sessionId(), null, null, null);
        people.note(by.name(), Words.of("returns.actTookBack"), delivery.subject(), detail);
        if (!signed.isUnconfirmed()) {
            lines.stopped(delivery);
        }
    }

    /**
     * Returns the page of a signed return.
     *
     * @param register counts the register of a return that was signed before its lines were kept
     */
    ReturnPage page(
            StaffMember by,
            Delivery delivery,
            ReturnPage.MayAmend mayAmend,
            boolean changing,
            Supplier<RegisterCount> register) {
        var signed = of(delivery).orElseThrow(NotFound::new);
        var came = signed.isUnconfirmed() ? waitingCame(signed, register) : cameOf(signed);
        var until = signed.canBeTakenBackBy(by.username(), clock.instant())
                ? TextFormat.timeOfDay(signed.canBeTakenBackUntil())
                : null;
        return ReturnPages.of(
                delivery,
                signed,
                came,
                until,
                confirmation(by, delivery, signed),
                signed.counts() && !changing ? mayAmend : ReturnPage.MayAmend.NONE,
                changing,
                people.trailOf(delivery.subject()));
    }

    private ReturnPage.@Nullable ConfirmView confirmation(StaffMember by, Delivery delivery, SignedReturn signed) {
        var confirmer = delivery.session().confirmer();
        if (!signed.isUnconfirmed() || confirmer == null) {
            return null;
        }
        boolean may = delivery.mayBeConfirmedBy(by) && !signed.signer().equals(by.username());
        boolean signedIt = confirmer == delivery.session().signer().staffId();
        return new ReturnPage.ConfirmView(
                signedIt && !may ? Words.of("returns.anotherColleague") : people.nameOf(confirmer),
                confirmer == by.id(),
                may,
                signed.signedBy(),
                signed.publicId().value());
    }

    private SessionAttendance cameOf(SignedReturn signed) {
        return lines.came(signed);
    }
}
