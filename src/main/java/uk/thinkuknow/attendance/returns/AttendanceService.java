package uk.thinkuknow.attendance.returns;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.plausibility.PlausibilityService;
import uk.thinkuknow.attendance.register.Deliveries;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.LateActivity;
import uk.thinkuknow.attendance.register.Register;
import uk.thinkuknow.attendance.register.RegisterCount;
import uk.thinkuknow.attendance.register.RegisterForm;
import uk.thinkuknow.attendance.register.RegisterOutcome;
import uk.thinkuknow.attendance.register.RegisterPage;
import uk.thinkuknow.attendance.register.RegisterPages;
import uk.thinkuknow.attendance.register.RegisterWords;
import uk.thinkuknow.attendance.register.SecondSignatureNeeded;
import uk.thinkuknow.classroom.session.SessionEnded;
import uk.thinkuknow.classroom.session.SessionState;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.FormError;

/**
 * Opens a session's register when the session ends, stores what its signer enters, signs it, opens it again, and shows
 * its return.
 */
@Singleton
public class AttendanceService {
    private final Deliveries deliveries;
    private final SignedReturns returns;
    private final SecondSignatures seconds;
    private final PlausibilityService plausibility;
    private final Clock clock;

    AttendanceService(
            Deliveries deliveries,
            SignedReturns returns,
            SecondSignatures seconds,
            PlausibilityService plausibility,
            Clock clock) {
        this.deliveries = deliveries;
        this.returns = returns;
        this.seconds = seconds;
        this.plausibility = plausibility;
        this.clock = clock;
    }

    /** Opens the register of a session that has ended, filled in from its devices and the heads counted. */
    void open(@Observes SessionEnded ended) {
        begin(deliveries.of(ended.sessionId()));
    }

    /**
     * Returns the page of an open register, with what devices have sent since; empty once it is signed. It says why the
     * return was sent back, if it was. The caller has checked that the user signs it.
     *
     * @throws NotFound for a session that the user may not see
     * @throws SessionNotEnded before its end
     */
    @Transactional
    Optional<RegisterPage> register(StaffMember by, PublicId session, String notice) {
        var delivery = deliveries.of(by, session);
        delivery.endedAt();
        var open = open(delivery);
        open.ifPresent(register -> addReport(delivery, register));
        return open.map(register -> page(by, delivery, register, null, List.of(), notice));
    }

    /**
     * Saves what was entered, right or not, to be signed later. A signed register stays unchanged.
     *
     * @throws Refused unless the user signs this session's register
     */
    @Transactional
    RegisterOutcome save(StaffMember by, PublicId session, RegisterForm form) {
        var delivery = toSign(by, session);
        var open = open(delivery);
        if (open.isEmpty()) {
            return new RegisterOutcome.Signed();
        }
        var register = open.get();
        var problems = form.fieldProblems(register, delivery.sessionClasses());
        register.fillIn(form, delivery.sessionClasses());
        return problems.isEmpty()
                ? new RegisterOutcome.RegisterSaved()
                : new RegisterOutcome.NotReady(page(by, delivery, register, form, problems, ""));
    }

    /**
     * Signs the register as entered, if it can be counted; the entries are saved either way. An amendment that needs a
     * second signature is stored as a request. A register that is signed already stays unchanged, so that a double
     * click signs once.
     *
     * @throws Refused unless the user signs this session's register
     */
    @Transactional
    RegisterOutcome sign(StaffMember by, PublicId session, RegisterForm form) {
        var delivery = toSign(by, session);
        var open = open(delivery);
        if (open.isEmpty()) {
            return new RegisterOutcome.Signed();
        }
        var register = open.get();
        var problems = new ArrayList<>(form.fieldProblems(register, delivery.sessionClasses()));
        register.fillIn(form, delivery.sessionClasses());
        var registerCount = RegisterCount.of(register, delivery.sessionClasses());
        registerCount.problems().stream()
                .filter(problem -> problems.stream().noneMatch(odd -> Objects.equals(odd.field(), problem.field())))
                .forEach(problems::add);
        boolean second = returns.needsSecond(by, delivery);
        if (second) {
            form.amendmentProblem(seconds.isWaiting(delivery)).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            return new RegisterOutcome.NotReady(page(by, delivery, register, form, problems, ""));
        }
        register.sign();
        if (second) {
            seconds.amend(by, delivery, form.reason(), registerCount);
        } else {
            var came = SessionAttendance.of(registerCount);
            var marks = came.marks(register.finished(delivery.steps()), false);
            returns.sign(by, delivery, came, plausibility.judge(delivery, marks, returns.signedUnder(delivery)));
        }
        return new RegisterOutcome.Signed();
    }

    /**
     * Takes a signature back: deletes the return and opens the register again.
     *
     * @throws SignatureIsFinal if somebody else signed, ten minutes have passed, or the return was amended or withdrawn
     * @throws NotFound if there is no signature
     */
    @Transactional
    void takeBack(StaffMember by, PublicId session) {
        var delivery = deliveries.of(by, session);
        var register = deliveries.lockedRegisterOf(delivery);
        returns.takeBack(by, delivery);
        seconds.drop(by, delivery);
        register.orElseGet(() -> begin(delivery)).reopen();
    }

    /**
     * Opens a signed register again. The signed return goes on counting until the register is signed once more and,
     * where needed, by a second person.
     *
     * @throws SecondSignatureNeeded while a change waits for its second signature
     * @throws Refused unless the user signs this session's register
     * @throws SignatureIsFinal if the return waits for the school to confirm it, or was withdrawn
     * @throws NotFound if there is no return to amend
     */
    @Transactional
    void amend(StaffMember by, PublicId session) {
        var delivery = toSign(by, session);
        var register = deliveries.lockedRegisterOf(delivery);
        if (seconds.isWaiting(delivery)) {
            throw SecondSignatureNeeded.waitsAlready();
        }
        returns.requireAmendable(by, delivery);
        // a return from paper or an import has no register: make one, as if it had been signed here
        var open = register.orElseGet(() -> {
            var begun = begin(delivery);
            begun.sign();
            return begun;
        });
        open.amend();
        addReport(delivery, open);
    }

    /**
     * Closes the register and leaves the return as it was signed, in spite of what devices have sent since or what the
     * signer began to amend.
     *
     * @throws Refused unless the user signs this session's register
     * @throws NotFound if there is no register or no return
     */
    @Transactional
    void leaveAsSigned(StaffMember by, PublicId session) {
        var delivery = toSign(by, session);
        var register = deliveries.lockedRegisterOf(delivery).orElseThrow(NotFound::new);
        var heard = deliveries.deviceReport(delivery);
        var late = register.late(heard);
        register.leaveAsSigned(heard);
        returns.noteLeftAsSigned(by, delivery, late);
    }

    /**
     * Returns the page of the signed return.
     *
     * @throws NotFound for a session that the user may not see, or that nobody has signed
     */
    @Transactional
    ReturnPage signedReturn(StaffMember by, PublicId session) {
        var delivery = deliveries.of(by, session);
        return returns.page(
                by,
                delivery,
                mayAmend(by, delivery),
                seconds.isWaiting(delivery),
                () -> RegisterCount.of(
                        deliveries.lockedRegisterOf(delivery).orElseThrow(NotFound::new), delivery.sessionClasses()));
    }

    private ReturnPage.MayAmend mayAmend(StaffMember by, Delivery delivery) {
        if (!delivery.isSignedBy(by)) {
            return ReturnPage.MayAmend.NONE;
        }
        var register = deliveries.registerOf(delivery);
        var late = register.filter(Register::isSigned)
                .map(found -> found.late(deliveries.deviceReport(delivery)))
                .orElse(LateActivity.NONE);
        return new ReturnPage.MayAmend(
                true,
                register.filter(Register::isAmending).isPresent(),
                delivery.mustBeConfirmedAfter(by),
                late.isEmpty() ? "" : late.inWords(),
                RegisterWords.cardsOf(late.cards(), delivery.sessionClasses()));
    }

    private RegisterPage page(
            StaffMember by,
            Delivery delivery,
            Register register,
            @Nullable RegisterForm form,
            List<FormError> problems,
            String done) {
        var notices = new RegisterPage.Notices(register.isAmending(), done, returns.sentBack(delivery));
        var laidOut = RegisterPages.of(delivery, register, form, problems, notices);
        return returns.needsSecond(by, delivery) ? laidOut.withReason(form == null ? "" : form.reason()) : laidOut;
    }

    /**
     * Returns whether the session was started by mistake, so that it has no register.
     *
     * @throws NotFound for a session that the user may not see
     */
    boolean isCancelled(StaffMember by, PublicId session) {
        return deliveries.of(by, session).session().state() == SessionState.CANCELLED;
    }

    /**
     * Returns whether somebody else signs this session's register.
     *
     * @throws NotFound for a session that the user may not see
     */
    @Transactional
    boolean isSignedByAnother(StaffMember by, PublicId session) {
        return !deliveries.of(by, session).isSignedBy(by);
    }

    /**
     * Returns whether the session has a signed return, which need not be confirmed.
     *
     * @throws NotFound for a session that the user may not see
     */
    @Transactional
    boolean isSigned(StaffMember by, PublicId session) {
        return returns.isSigned(deliveries.of(by, session).session().id());
    }

    /** Returns whether the session has a signed return, which need not be confirmed. */
    @Transactional
    public boolean isSigned(long sessionId) {
        return returns.isSigned(sessionId);
    }

    /**
     * Returns the register, locked and open to be filled in; empty if it is signed, or if the return came without one.
     * A missing register is opened. The lock comes first: a transaction that reads before it waits would work on an old
     * snapshot.
     */
    private Optional<Register> open(Delivery delivery) {
        var known = deliveries.lockedRegisterOf(delivery);
        if (known.isPresent()) {
            return known.filter(register -> !register.isSigned());
        }
        return returns.isSigned(delivery.session().id()) ? Optional.empty() : Optional.of(begin(delivery));
    }

    private Register begin(Delivery delivery) {
        var register = Register.openFor(
                delivery.session().id(),
                delivery.sessionClasses().classes(),
                deliveries.deviceReport(delivery),
                clock.instant());
        register.fillInHeads(deliveries.headsCounted(delivery));
        deliveries.persist(register);
        return register;
    }

    private void addReport(Delivery delivery, Register register) {
        register.addReport(delivery.sessionClasses().classes(), deliveries.deviceReport(delivery));
    }

    private Delivery toSign(StaffMember by, PublicId session) {
        var delivery = deliveries.of(by, session);
        delivery.endedAt();
        if (!delivery.isSignedBy(by)) {
            throw new Refused(
                    "returns.notTheSigner", delivery.session().signer().name());
        }
        return delivery;
    }
}
