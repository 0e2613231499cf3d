package uk.thinkuknow.attendance.returns;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
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
class ReturnBook {
    private final SignedReturns returns;
    private final ReturnLines lines;
    private final SessionService sessions;
    private final ReturnNews news;
    private final PeopleService people;
    private final Clock clock;

    ReturnBook(
            SignedReturns returns,
            ReturnLines lines,
            SessionService sessions,
            ReturnNews news,
            PeopleService people,
            Clock clock) {
        this.returns = returns;
        this.lines = lines;
        this.sessions = sessions;
        this.news = news;
        this.people = people;
        this.clock = clock;
    }

    boolean isSigned(long sessionId) {
        return returns.ofSession(sessionId).isPresent();
    }

    /** Signs; the return of a visit waits for a member of the school's staff, the signer not being one. */
    void sign(StaffMember by, Delivery delivery, Counting counting) {
        var before = returns.ofSession(delivery.session().id());
        var was = before.map(each -> summary(delivery, cameOf(each)));
        before.ifPresent(each -> supersede(delivery, each));
        var signed = new SignedReturn(
                PublicId.draw(),
                delivery.session().id(),
                returns.nextNumber(delivery.session().id()),
                delivery.mustBeConfirmedAfter(by) ? SignedReturn.State.UNCONFIRMED : stateOf(counting),
                by.name(),
                by.username(),
                clock.instant());
        returns.persist(signed);
        sessions.signed(signed.sessionId(), signed.signedAt(), signed.isUnconfirmed() ? null : signed.signedAt());
        var became = summary(delivery, Came.of(counting));
        was.ifPresentOrElse(
                then -> people.noteChange(by.name(), "amended the return", delivery.subject(), then, became),
                () -> people.note(by.name(), "signed the return", delivery.subject(), became));
        if (!signed.isUnconfirmed()) {
            write(signed, delivery, Came.of(counting));
            news.signed(delivery);
        }
    }

    /** Does the return count, as it is or for nobody? */
    boolean counts(Delivery delivery) {
        return returns.ofSession(delivery.session().id())
                .filter(SignedReturn::counts)
                .isPresent();
    }

    /**
     * Does a change by this person need a second signature? Not of what does not count yet, nor while she could take her
     * signature back; always where the school confirms the heads of a visit.
     */
    boolean needsSecond(StaffMember by, Delivery delivery) {
        return returns.ofSession(delivery.session().id())
                .filter(SignedReturn::counts)
                .filter(signed ->
                        delivery.mustBeConfirmedAfter(by) || !signed.canBeTakenBackBy(by.username(), clock.instant()))
                .isPresent();
    }

    /** Puts an amended version in the place of the one that counts, signed by one person and by a second. */
    void amend(StaffMember second, Account signer, Instant signedAt, Delivery delivery, Counting counting) {
        var before = counted(delivery);
        var was = summaryOf(delivery);
        supersede(delivery, before);
        var signed = new SignedReturn(
                PublicId.draw(),
                before.sessionId(),
                returns.nextNumber(before.sessionId()),
                stateOf(counting),
                signer.name(),
                signer.username(),
                signedAt);
        var confirmedAt = clock.instant();
        signed.confirm(stateOf(counting), second.name(), confirmedAt);
        returns.persist(signed);
        sessions.signed(signed.sessionId(), signedAt, confirmedAt);
        write(signed, delivery, Came.of(counting));
        people.noteChange(
                second.name(),
                "signed the amended return as the second",
                delivery.subject(),
                was,
                summary(delivery, Came.of(counting)));
        news.signed(delivery);
    }

    /** Takes a return out of the count for good and keeps it. */
    void withdraw(String by, String why, Delivery delivery) {
        var signed = counted(delivery);
        var was = summaryOf(delivery);
        signed.withdraw(by, why, clock.instant());
        lines.supersede(signed.id());
        sessions.withdrawn(signed.sessionId());
        people.note(by, "withdrew the return", delivery.subject(), was + " " + why);
        news.withdrawn(delivery);
    }

    private SignedReturn counted(Delivery delivery) {
        return returns.ofSession(delivery.session().id())
                .filter(SignedReturn::counts)
                .orElseThrow(SecondNeeded::notCounted);
    }

    Came cameOf(Delivery delivery) {
        return returns.ofSession(delivery.session().id()).map(this::cameOf).orElse(Came.NOBODY);
    }

    String summaryOf(Delivery delivery) {
        return summary(delivery, cameOf(delivery));
    }

    /** What was signed before is kept, and counts no longer. */
    private void supersede(Delivery delivery, SignedReturn before) {
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
        var signed = returns.ofSession(delivery.session().id()).orElseThrow(NotFound::new);
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
        var signed = returns.ofSession(delivery.session().id()).orElseThrow(NotFound::new);
        if (!signed.isUnconfirmed()) {
            return;
        }
        var confirmedAt = clock.instant();
        signed.confirm(stateOf(counting), by.name(), confirmedAt);
        sessions.returned(signed.sessionId(), confirmedAt);
        write(signed, delivery, Came.of(counting));
        people.note(by.name(), "confirmed the heads", delivery.subject(), summary(delivery, Came.of(counting)));
        news.signed(delivery);
    }

    /** Says that the heads are not right: the signature is void, and whoever delivered amends the register. */
    void sendBack(StaffMember by, Delivery delivery, String why) {
        var signed = returns.ofSession(delivery.session().id()).orElseThrow(NotFound::new);
        if (!signed.isUnconfirmed()) {
            throw new ConfirmedAlready();
        }
        returns.delete(signed);
        sessions.signed(signed.sessionId(), null, null);
        people.note(by.name(), "sent the register back", delivery.subject(), why);
    }

    private static SignedReturn.State stateOf(Counting counting) {
        return counting.nobodyCame() ? SignedReturn.State.NOBODY : SignedReturn.State.COUNTED;
    }

    static String summary(Delivery delivery, Came came) {
        var words = ReturnPages.summary(delivery, came);
        return words.isEmpty() ? "Nobody came." : words;
    }

    void takeBack(StaffMember by, Delivery delivery) {
        var signed = returns.ofSession(delivery.session().id()).orElseThrow(NotFound::new);
        signed.requireTakenBackBy(by.username(), clock.instant());
        var detail = ReturnPages.summary(delivery, cameOf(signed));
        lines.removeOf(signed.sessionId());
        returns.delete(signed);
        sessions.signed(signed.sessionId(), null, null);
        people.note(by.name(), "took the signature back", delivery.subject(), detail);
        if (!signed.isUnconfirmed()) {
            news.takenBack(delivery);
        }
    }

    /** @param register what an unconfirmed return comes to; the others by what is kept of them */
    ReturnPage page(
            StaffMember by,
            Delivery delivery,
            ReturnPage.MayAmend mayAmend,
            boolean changing,
            Supplier<Counting> register) {
        var signed = returns.ofSession(delivery.session().id()).orElseThrow(NotFound::new);
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

    void write(SignedReturn signed, Delivery delivery, Came came) {
        for (var count : came.classes()) {
            lines.persist(new ReturnLine(signed.id(), delivery.delivered(), count));
        }
        if (came.heads() > 0) {
            lines.persist(new ReturnLine(signed.id(), delivery.delivered(), came.heads()));
        }
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
