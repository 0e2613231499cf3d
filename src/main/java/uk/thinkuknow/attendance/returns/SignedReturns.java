package uk.thinkuknow.attendance.returns;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.LateActivity;
import uk.thinkuknow.attendance.register.RegisterCount;
import uk.thinkuknow.attendance.register.ReturnLine;
import uk.thinkuknow.attendance.register.ReturnLines;
import uk.thinkuknow.attendance.register.SecondSignatureNeeded;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
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
    private final ReturnLines lines;
    private final SessionService sessions;
    private final PeopleService people;
    private final Event<Object> news;
    private final Clock clock;

    SignedReturns(ReturnLines lines, SessionService sessions, PeopleService people, Event<Object> news, Clock clock) {
        this.lines = lines;
        this.sessions = sessions;
        this.people = people;
        this.news = news;
        this.clock = clock;
    }

    /** Returns the newest version of a session's return; empty if nobody has signed it. */
    private Optional<SignedReturn> ofSession(long sessionId) {
        return find("sessionId = ?1 and supersededAt is null", sessionId).singleResultOptional();
    }

    private Optional<SignedReturn> of(Delivery delivery) {
        return ofSession(delivery.session().id());
    }

    /** Returns the number of the next version of a session's return, from 1. */
    private int nextNumber(long sessionId) {
        return 1
                + find("sessionId = ?1 order by number desc", sessionId)
                        .firstResultOptional()
                        .map(SignedReturn::number)
                        .orElse(0);
    }

    boolean isSigned(long sessionId) {
        return ofSession(sessionId).isPresent();
    }

    /**
     * Signs a return, or a new version of one. The return of a visit does not count until the school's staff confirm
     * its heads, unless the signer is the person expected to confirm them.
     */
    void sign(StaffMember by, Delivery delivery, RegisterCount registerCount) {
        var before = of(delivery);
        var was = before.map(each -> cameOf(each).noted(delivery));
        before.ifPresent(this::supersede);
        var signed = new SignedReturn(
                PublicId.draw(),
                delivery.session().id(),
                nextNumber(delivery.session().id()),
                delivery.mustBeConfirmedAfter(by) ? SignedReturn.State.UNCONFIRMED : stateOf(registerCount),
                new SignedReturn.Signature(by.name(), by.username(), clock.instant()));
        persist(signed);
        sessions.recordSigned(signed.sessionId(), signed.signedAt(), signed.isUnconfirmed() ? null : signed.signedAt());
        var came = SessionAttendance.of(registerCount);
        was.ifPresentOrElse(
                then -> people.noteChange(
                        by.name(), Words.of("returns.actAmended"), delivery.subject(), then, came.noted(delivery)),
                () -> people.note(by.name(), Words.of("returns.actSigned"), delivery.subject(), came.noted(delivery)));
        if (!signed.isUnconfirmed()) {
            enter(signed, delivery, came);
        }
    }

    /** Stores a return that was not signed on the register page; it counts at once. */
    void bringIn(SignedReturn signed, Delivery delivery, SessionAttendance came) {
        persist(signed);
        sessions.recordSigned(signed.sessionId(), signed.signedAt(), signed.signedAt());
        enter(signed, delivery, came);
    }

    /** Writes the lines of a return, so that it counts from now on. */
    private void enter(SignedReturn signed, Delivery delivery, SessionAttendance came) {
        for (var count : came.classes()) {
            getEntityManager().persist(new ReturnLine(signed.id(), delivery, count));
        }
        if (came.heads() > 0) {
            getEntityManager().persist(new ReturnLine(signed.id(), delivery, came.heads()));
        }
        news.fire(new ReturnSigned(delivery.session().id(), delivery.session().schoolId()));
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
    void amend(StaffMember second, Account signer, Instant signedAt, Delivery delivery, RegisterCount registerCount) {
        var before = counted(delivery);
        var was = summaryOf(delivery);
        supersede(before);
        var signed = new SignedReturn(
                PublicId.draw(),
                before.sessionId(),
                nextNumber(before.sessionId()),
                stateOf(registerCount),
                new SignedReturn.Signature(signer.name(), signer.username(), signedAt));
        var confirmedAt = clock.instant();
        signed.confirm(stateOf(registerCount), second.name(), confirmedAt);
        persist(signed);
        sessions.recordSigned(signed.sessionId(), signedAt, confirmedAt);
        var came = SessionAttendance.of(registerCount);
        people.noteChange(
                second.name(), Words.of("returns.actSignedSecond"), delivery.subject(), was, came.noted(delivery));
        enter(signed, delivery, came);
    }

    /** Withdraws a return: it is kept and no longer counts. */
    void withdraw(String by, String why, Delivery delivery) {
        var signed = counted(delivery);
        var was = summaryOf(delivery);
        signed.withdraw(by, why, clock.instant());
        lines.supersede(signed.id());
        sessions.recordWithdrawn(signed.sessionId());
        people.note(by, Words.of("returns.actWithdrew"), delivery.subject(), was + " " + why);
        news.fire(
                new ReturnWithdrawn(delivery.session().id(), delivery.session().schoolId()));
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
        lines.supersede(before.id());
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

    /**
     * Confirms the heads of a visit, so that its return counts; does nothing if they are confirmed.
     *
     * @throws NotFound if there is no signature to confirm
     */
    void confirm(StaffMember by, Delivery delivery, RegisterCount registerCount) {
        var signed = of(delivery).orElseThrow(NotFound::new);
        if (!signed.isUnconfirmed()) {
            return;
        }
        var confirmedAt = clock.instant();
        signed.confirm(stateOf(registerCount), by.name(), confirmedAt);
        sessions.recordReturned(signed.sessionId(), confirmedAt);
        var came = SessionAttendance.of(registerCount);
        people.note(by.name(), Words.of("returns.actConfirmed"), delivery.subject(), came.noted(delivery));
        enter(signed, delivery, came);
    }

    /**
     * Deletes a return that waits for its confirmation, because its heads are not right; the caller opens the register
     * again.
     *
     * @throws NotFound if there is no signature
     * @throws ConfirmedAlready if the heads are confirmed
     */
    void sendBack(StaffMember by, Delivery delivery, String why) {
        var signed = of(delivery).orElseThrow(NotFound::new);
        if (!signed.isUnconfirmed()) {
            throw new ConfirmedAlready();
        }
        delete(signed);
        sessions.recordSigned(signed.sessionId(), null, null);
        people.note(by.name(), Words.of("returns.actSentBack"), delivery.subject(), why);
    }

    private static SignedReturn.State stateOf(RegisterCount registerCount) {
        return registerCount.nobodyCame() ? SignedReturn.State.NOBODY : SignedReturn.State.COUNTED;
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
        lines.delete("sessionId", signed.sessionId());
        delete(signed);
        sessions.recordSigned(signed.sessionId(), null, null);
        people.note(by.name(), Words.of("returns.actTookBack"), delivery.subject(), detail);
        if (!signed.isUnconfirmed()) {
            news.fire(new ReturnTakenBack(
                    delivery.session().id(), delivery.session().schoolId()));
        }
    }

    /**
     * Returns the page of a signed return.
     *
     * @param register counts the register of an unconfirmed return; other returns are shown from their lines
     */
    ReturnPage page(
            StaffMember by,
            Delivery delivery,
            ReturnPage.MayAmend mayAmend,
            boolean changing,
            Supplier<RegisterCount> register) {
        var signed = of(delivery).orElseThrow(NotFound::new);
        var came = signed.isUnconfirmed() ? SessionAttendance.of(register.get()) : cameOf(signed);
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
        return new ReturnPage.ConfirmView(
                people.nameOf(confirmer), confirmer == by.id(), delivery.mayBeConfirmedBy(by), signed.signedBy());
    }

    private SessionAttendance cameOf(SignedReturn signed) {
        var kept =
                signed.withdrawn().isPresent() ? lines.supersededOf(signed.id()) : lines.ofSession(signed.sessionId());
        return new SessionAttendance(
                kept.stream()
                        .filter(ReturnLine::isOfClass)
                        .map(ReturnLine::count)
                        .toList(),
                kept.stream()
                        .filter(line -> !line.isOfClass())
                        .mapToInt(ReturnLine::heads)
                        .sum());
    }
}
