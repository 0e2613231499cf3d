package uk.thinkuknow.attendance.returns;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.register.Counting;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.LateNews;
import uk.thinkuknow.attendance.register.ReturnLine;
import uk.thinkuknow.attendance.register.ReturnLines;
import uk.thinkuknow.attendance.register.SecondNeeded;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.InWords;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/** The signed returns and their lines: written together, taken back together, noted each time. */
@Singleton
class ReturnBook implements PanacheRepository<SignedReturn> {
    private final ReturnLines lines;
    private final SessionService sessions;
    private final PeopleService people;
    private final Event<Object> news;
    private final Clock clock;

    ReturnBook(ReturnLines lines, SessionService sessions, PeopleService people, Event<Object> news, Clock clock) {
        this.lines = lines;
        this.sessions = sessions;
        this.people = people;
        this.news = news;
        this.clock = clock;
    }

    /** The version that counts. */
    private Optional<SignedReturn> ofSession(long sessionId) {
        return find("sessionId = ?1 and supersededAt is null", sessionId).singleResultOptional();
    }

    private Optional<SignedReturn> of(Delivery delivery) {
        return ofSession(delivery.session().id());
    }

    /** The number of the next version of a session's return. */
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

    /** Signs; the return of a visit waits for a member of the school's staff, the signer not being one. */
    void sign(StaffMember by, Delivery delivery, Counting counting) {
        var before = of(delivery);
        var was = before.map(each -> cameOf(each).noted(delivery));
        before.ifPresent(this::supersede);
        var signed = new SignedReturn(
                PublicId.draw(),
                delivery.session().id(),
                nextNumber(delivery.session().id()),
                delivery.mustBeConfirmedAfter(by) ? SignedReturn.State.UNCONFIRMED : stateOf(counting),
                new SignedReturn.Signature(by.name(), by.username(), clock.instant()));
        persist(signed);
        sessions.signed(signed.sessionId(), signed.signedAt(), signed.isUnconfirmed() ? null : signed.signedAt());
        var came = Came.of(counting);
        was.ifPresentOrElse(
                then -> people.noteChange(
                        by.name(), "amended the return", delivery.subject(), then, came.noted(delivery)),
                () -> people.note(by.name(), "signed the return", delivery.subject(), came.noted(delivery)));
        if (!signed.isUnconfirmed()) {
            enter(signed, delivery, came);
        }
    }

    /** Writes down a return that was signed elsewhere or before. */
    void bringIn(SignedReturn signed, Delivery delivery, Came came) {
        persist(signed);
        sessions.signed(signed.sessionId(), signed.signedAt(), signed.signedAt());
        enter(signed, delivery, came);
    }

    /** Lets a return count from now on. */
    private void enter(SignedReturn signed, Delivery delivery, Came came) {
        for (var count : came.classes()) {
            getEntityManager().persist(new ReturnLine(signed.id(), delivery, count));
        }
        if (came.heads() > 0) {
            getEntityManager().persist(new ReturnLine(signed.id(), delivery, came.heads()));
        }
        news.fire(new ReturnSigned(delivery.session().id(), delivery.session().schoolId()));
    }

    /** Does the return count, as it is or for nobody? */
    boolean counts(Delivery delivery) {
        return of(delivery).filter(SignedReturn::counts).isPresent();
    }

    /**
     * Does a change by this person need a second signature? Not of what does not count yet, nor while she could take her
     * signature back; always where the school confirms the heads of a visit.
     */
    boolean needsSecond(StaffMember by, Delivery delivery) {
        return of(delivery)
                .filter(SignedReturn::counts)
                .filter(signed ->
                        delivery.mustBeConfirmedAfter(by) || !signed.canBeTakenBackBy(by.username(), clock.instant()))
                .isPresent();
    }

    /** Puts an amended version in the place of the one that counts, signed by one person and by a second. */
    void amend(StaffMember second, Account signer, Instant signedAt, Delivery delivery, Counting counting) {
        var before = counted(delivery);
        var was = summaryOf(delivery);
        supersede(before);
        var signed = new SignedReturn(
                PublicId.draw(),
                before.sessionId(),
                nextNumber(before.sessionId()),
                stateOf(counting),
                new SignedReturn.Signature(signer.name(), signer.username(), signedAt));
        var confirmedAt = clock.instant();
        signed.confirm(stateOf(counting), second.name(), confirmedAt);
        persist(signed);
        sessions.signed(signed.sessionId(), signedAt, confirmedAt);
        var came = Came.of(counting);
        people.noteChange(
                second.name(),
                "signed the amended return as the second",
                delivery.subject(),
                was,
                came.noted(delivery));
        enter(signed, delivery, came);
    }

    /** Takes a return out of the count for good and keeps it. */
    void withdraw(String by, String why, Delivery delivery) {
        var signed = counted(delivery);
        var was = summaryOf(delivery);
        signed.withdraw(by, why, clock.instant());
        lines.supersede(signed.id());
        sessions.withdrawn(signed.sessionId());
        people.note(by, "withdrew the return", delivery.subject(), was + " " + why);
        news.fire(
                new ReturnWithdrawn(delivery.session().id(), delivery.session().schoolId()));
    }

    private SignedReturn counted(Delivery delivery) {
        return of(delivery).filter(SignedReturn::counts).orElseThrow(SecondNeeded::notCounted);
    }

    Came cameOf(Delivery delivery) {
        return of(delivery).map(this::cameOf).orElse(Came.NOBODY);
    }

    String summaryOf(Delivery delivery) {
        return cameOf(delivery).noted(delivery);
    }

    /** What was signed before is kept, and counts no longer. */
    private void supersede(SignedReturn before) {
        before.supersede(clock.instant());
        lines.supersede(before.id());
    }

    /**
     * Notes that she began to amend a return.
     *
     * @throws NotFound if there is none
     * @throws SignatureStands if it is not confirmed yet, and so can simply be taken back, or was withdrawn
     */
    void requireAmendable(StaffMember by, Delivery delivery) {
        var signed = of(delivery).orElseThrow(NotFound::new);
        if (signed.isUnconfirmed()) {
            throw SignatureStands.unconfirmed();
        }
        if (!signed.counts()) {
            throw SignatureStands.withdrawn();
        }
        people.note(by.name(), "began to amend the return", delivery.subject(), "");
    }

    /**
     * Notes that she leaves a return as it is.
     *
     * @throws NotFound if there is none
     */
    void left(StaffMember by, Delivery delivery, LateNews late) {
        if (!isSigned(delivery.session().id())) {
            throw new NotFound();
        }
        people.note(
                by.name(), "left the return as signed", delivery.subject(), late.isEmpty() ? "" : late.inWords() + ".");
    }

    /** @throws NotFound if there is no signature to confirm */
    void confirm(StaffMember by, Delivery delivery, Counting counting) {
        var signed = of(delivery).orElseThrow(NotFound::new);
        if (!signed.isUnconfirmed()) {
            return;
        }
        var confirmedAt = clock.instant();
        signed.confirm(stateOf(counting), by.name(), confirmedAt);
        sessions.returned(signed.sessionId(), confirmedAt);
        var came = Came.of(counting);
        people.note(by.name(), "confirmed the heads", delivery.subject(), came.noted(delivery));
        enter(signed, delivery, came);
    }

    /** Says that the heads are not right: the signature is void, and whoever delivered amends the register. */
    void sendBack(StaffMember by, Delivery delivery, String why) {
        var signed = of(delivery).orElseThrow(NotFound::new);
        if (!signed.isUnconfirmed()) {
            throw new ConfirmedAlready();
        }
        delete(signed);
        sessions.signed(signed.sessionId(), null, null);
        people.note(by.name(), "sent the register back", delivery.subject(), why);
    }

    private static SignedReturn.State stateOf(Counting counting) {
        return counting.nobodyCame() ? SignedReturn.State.NOBODY : SignedReturn.State.COUNTED;
    }

    void takeBack(StaffMember by, Delivery delivery) {
        var signed = of(delivery).orElseThrow(NotFound::new);
        signed.requireTakenBackBy(by.username(), clock.instant());
        var detail = cameOf(signed).summary(delivery);
        lines.delete("sessionId", signed.sessionId());
        delete(signed);
        sessions.signed(signed.sessionId(), null, null);
        people.note(by.name(), "took the signature back", delivery.subject(), detail);
        if (!signed.isUnconfirmed()) {
            news.fire(new ReturnTakenBack(
                    delivery.session().id(), delivery.session().schoolId()));
        }
    }

    /** @param register what an unconfirmed return comes to; the others by what is kept of them */
    ReturnPage page(
            StaffMember by,
            Delivery delivery,
            ReturnPage.MayAmend mayAmend,
            boolean changing,
            Supplier<Counting> register) {
        var signed = of(delivery).orElseThrow(NotFound::new);
        var came = signed.isUnconfirmed() ? Came.of(register.get()) : cameOf(signed);
        var until = signed.canBeTakenBackBy(by.username(), clock.instant())
                ? InWords.timeOfDay(signed.canBeTakenBackUntil())
                : null;
        return ReturnPages.of(
                delivery,
                signed,
                came,
                until,
                confirmation(by, delivery, signed),
                signed.counts() && !changing ? mayAmend : ReturnPage.MayAmend.NOT_HERS,
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

    private Came cameOf(SignedReturn signed) {
        var kept =
                signed.withdrawn().isPresent() ? lines.supersededOf(signed.id()) : lines.ofSession(signed.sessionId());
        return new Came(
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
