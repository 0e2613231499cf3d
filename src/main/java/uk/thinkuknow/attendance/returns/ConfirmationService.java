package uk.thinkuknow.attendance.returns;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import uk.thinkuknow.attendance.plausibility.ConfirmerCheck;
import uk.thinkuknow.attendance.register.Deliveries;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.attendance.register.Register;
import uk.thinkuknow.attendance.register.RegisterCount;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.counting.ConfirmerRules;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.Person;

/**
 * Lists the signed returns that wait for a second person, and lets such a person confirm them or send them back
 * (counting rules, version 2).
 */
@Singleton
public class ConfirmationService {
    /** How many days a return waits until it is in the manager's list of unanswered ones. */
    public static final int UNANSWERED_AFTER_DAYS = WaitingReturns.UNANSWERED_AFTER_DAYS;

    /**
     * Returns that wait for this person: those they may confirm, oldest day first, 200 at most.
     *
     * @param unanswered for a manager, those of their area that have waited for more than 14 days; else none
     * @param others those they may confirm; for a manager, the others of their area; for an auditor, all
     * @param visits for a manager, visits of their area that wait for the person in the room to confirm their heads
     */
    public record WaitingFor(List<WaitingReturn> unanswered, List<WaitingReturn> others, List<WaitingReturn> visits) {
        /** Returns how many they may confirm. */
        public int size() {
            return unanswered.size() + others.size();
        }
    }

    private static final int AT_MOST = 200;

    private final Deliveries deliveries;
    private final SignedReturns returns;
    private final WaitingReturns waiting;
    private final ConfirmerCheck confirmers;
    private final Event<Object> news;

    ConfirmationService(
            Deliveries deliveries,
            SignedReturns returns,
            WaitingReturns waiting,
            ConfirmerCheck confirmers,
            Event<Object> news) {
        this.deliveries = deliveries;
        this.returns = returns;
        this.waiting = waiting;
        this.confirmers = confirmers;
        this.news = news;
    }

    /** Returns the pending confirmations of this person. */
    @Transactional
    public WaitingFor waitingFor(StaffMember by) {
        boolean manages = by.is(Role.MANAGER);
        var candidates = new HashMap<Long, ConfirmerRules.Candidate>();
        var rows = rowsFor(by);
        var theirs = rows.stream()
                .filter(row -> isReader(by)
                        || ConfirmerRules.may(
                                candidates.computeIfAbsent(
                                        row.rules().schoolId(), school -> confirmers.candidate(by, school)),
                                row.rules()))
                .map(WaitingReturns.Row::view)
                .limit(AT_MOST)
                .toList();
        Predicate<WaitingReturn> unanswered = each -> manages && waiting.isUnanswered(each);
        return new WaitingFor(
                theirs.stream().filter(unanswered).toList(),
                theirs.stream().filter(unanswered.negate()).toList(),
                rows.stream()
                        .filter(row -> manages && row.waitsForHeadsOnly())
                        .map(WaitingReturns.Row::view)
                        .limit(AT_MOST)
                        .toList());
    }

    private List<WaitingReturns.Row> rowsFor(StaffMember by) {
        if (by.is(Role.MANAGER)) {
            return waiting.ofArea(by.scope());
        }
        if (isReader(by)) {
            return waiting.ofArea(by.reads());
        }
        var school = by.schoolId();
        return school == null ? List.of() : waiting.ofSchool(school);
    }

    /** Returns whether this person reads the list as an auditor, and confirms nothing. */
    public static boolean isReader(StaffMember by) {
        return by.is(Role.AUDITOR) && !by.is(Role.MANAGER) && by.schoolId() == null;
    }

    private WaitingReturns.Row row(Delivery delivery) {
        return waiting.ofSession(delivery.session().publicId()).findFirst().orElseThrow(NotFound::new);
    }

    /** Returns whether this person may confirm the waiting return of a session; false if none waits. */
    @Transactional
    public boolean mayConfirm(StaffMember by, PublicId session) {
        var delivery = deliveries.visibleTo(by, session);
        return waiting.ofSession(delivery.session().publicId()).anyMatch(row -> confirmers.may(by, row.rules()));
    }

    /**
     * Returns the members of the school's staff who may confirm the waiting return of a session, sorted by name; empty if
     * only a manager can, or if none waits.
     */
    @Transactional
    public List<Person> confirmersOf(PublicId session) {
        return waiting.ofSession(session)
                .findFirst()
                .map(row -> confirmers.people(row.rules()))
                .orElse(List.of());
    }

    /**
     * Confirms waiting returns, so that they count from now on. Those that were answered or signed again since they were
     * seen are left out.
     *
     * @return the sessions whose returns were confirmed
     * @throws MayNotConfirm if the user may not confirm one of them; then none is confirmed
     * @throws NotFound if the user may not see one of them
     */
    @Transactional
    public List<PublicId> confirm(StaffMember by, List<WaitingReturn.Seen> seen) {
        return seen.stream()
                .distinct()
                .filter(each -> confirm(by, each, deliveries.visibleTo(by, each.session())))
                .map(WaitingReturn.Seen::session)
                .toList();
    }

    private boolean confirm(StaffMember by, WaitingReturn.Seen seen, Delivery delivery) {
        var register = deliveries.lockedRegisterOf(delivery);
        if (isGone(seen, delivery)) {
            return false;
        }
        requireMay(by, delivery);
        return returns.confirm(
                by, delivery, () -> RegisterCount.of(register.orElseThrow(NotFound::new), delivery.sessionClasses()));
    }

    private boolean isGone(WaitingReturn.Seen seen, Delivery delivery) {
        return returns.waitingOf(delivery)
                .filter(each -> each.publicId().equals(seen.signature()))
                .isEmpty();
    }

    private WaitingReturn requireMay(StaffMember by, Delivery delivery) {
        var row = row(delivery);
        if (!confirmers.may(by, row.rules())) {
            throw MayNotConfirm.notSecond();
        }
        return row.view();
    }

    /**
     * Sends a waiting return back: the register is open again for its signer. The entry of a paper register is deleted.
     *
     * @throws NoReason if the reason is missing or longer than {@link NoReason#AT_MOST}
     * @throws Refused if it no longer waits, or was signed again since it was seen
     * @throws MayNotConfirm if the user may not confirm it
     * @throws NotFound if the user may not see it
     */
    @Transactional
    public void sendBack(StaffMember by, WaitingReturn.Seen seen, String why) {
        var session = seen.session();
        var delivery = deliveries.visibleTo(by, session);
        if (why.isBlank() || why.length() > NoReason.AT_MOST) {
            throw new NoReason();
        }
        var register = deliveries.lockedRegisterOf(delivery);
        if (isGone(seen, delivery)) {
            throw new Refused("returns.answeredAlready");
        }
        var waits = requireMay(by, delivery);
        boolean paper = waits.signed().paper() && register.isEmpty();
        returns.sendBack(by, delivery, why.strip());
        register.ifPresent(Register::reopen);
        if (paper) {
            returns.deletePaperSession(delivery);
        }
        news.fire(new ReturnSentBack(
                session,
                waits.signed().staffId(),
                waits.taught().forWhom(),
                waits.taught().day(),
                by.name(),
                why.strip(),
                paper));
    }
}
