package uk.thinkuknow.attendance.returns;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import uk.thinkuknow.attendance.plausibility.PlausibilityService;
import uk.thinkuknow.attendance.plausibility.SignedMarks;
import uk.thinkuknow.attendance.register.Deliveries;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.ReturnFacts;
import uk.thinkuknow.identity.staff.StaffMember;

/** Reads a return that waits for a second person with the facts that its grounds were judged by. */
@Singleton
public class WaitingReturnDetails {
    private final Deliveries deliveries;
    private final SignedReturns returns;
    private final WaitingReturns waiting;
    private final PlausibilityService plausibility;

    WaitingReturnDetails(
            Deliveries deliveries, SignedReturns returns, WaitingReturns waiting, PlausibilityService plausibility) {
        this.deliveries = deliveries;
        this.returns = returns;
        this.waiting = waiting;
        this.plausibility = plausibility;
    }

    /**
     * Returns a waiting return of the user's school, of their own signature or of their area, with the facts to decide
     * by.
     *
     * @throws NotFound if there is none that they may see
     */
    @Transactional
    public WaitingReturn.Detail get(StaffMember by, PublicId session) {
        return find(by, session).orElseThrow(NotFound::new);
    }

    /**
     * Returns the waiting return of a session with the facts to decide by; empty if none waits.
     *
     * @throws NotFound if the user may not see the session
     */
    @Transactional
    public Optional<WaitingReturn.Detail> find(StaffMember by, PublicId session) {
        var delivery = deliveries.visibleTo(by, session);
        return waiting.ofSession(session).findFirst().map(row -> detail(delivery, row));
    }

    /**
     * Returns the classes or the other audience of a session in words.
     *
     * @throws NotFound if the user may not see the session
     */
    @Transactional
    public String classesOf(StaffMember by, PublicId session) {
        return deliveries.visibleTo(by, session).session().forWhom();
    }

    /**
     * Returns who sent the return of a session back and why, if it has to be signed again.
     *
     * @throws NotFound if the user may not see the session
     */
    @Transactional
    public Optional<String> sentBack(StaffMember by, PublicId session) {
        return Optional.of(returns.sentBack(deliveries.visibleTo(by, session))).filter(words -> !words.isEmpty());
    }

    private WaitingReturn.Detail detail(Delivery delivery, WaitingReturns.Row row) {
        var came = returns.cameOf(delivery);
        return new WaitingReturn.Detail(
                row.view(),
                came.classes().stream()
                        .map(count -> new WaitingReturn.ClassCame(
                                SessionAttendance.name(delivery, count.classId()),
                                count.attendance(),
                                count.inForce().and(count.forCards()).size(),
                                count.guests()))
                        .toList(),
                facts(plausibility.factsOf(delivery, marks(delivery, came, row.view()))),
                returns.sentBackBefore(delivery));
    }

    private SignedMarks marks(Delivery delivery, SessionAttendance came, WaitingReturn waits) {
        var finished = deliveries.registerOf(delivery).map(register -> register.finished(delivery.steps()));
        return came.marks(finished.orElse(Map.of()), waits.signed().paper());
    }

    private static WaitingReturn.Facts facts(ReturnFacts facts) {
        var cards = facts.classes().stream()
                .flatMap(each -> each.given().stream())
                .max(Comparator.comparing(ReturnFacts.CardsGiven::made));
        var roll = facts.heads().isPresent()
                ? facts.roll()
                : cards.map(ReturnFacts.CardsGiven::roll).orElse(OptionalInt.empty());
        return new WaitingReturn.Facts(
                facts.lesson().published(),
                roll.orElse(-1),
                cards.map(ReturnFacts.CardsGiven::inForce).orElse(0),
                cards.map(ReturnFacts.CardsGiven::made).orElse(0),
                facts.signer().withoutDevice(),
                facts.signer().children(),
                facts.signer().overlaps(),
                facts.entry().lessons());
    }
}
