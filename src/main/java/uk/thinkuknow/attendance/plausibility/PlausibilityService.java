package uk.thinkuknow.attendance.plausibility;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import uk.thinkuknow.attendance.register.ClassAttendance;
import uk.thinkuknow.attendance.register.Deliveries;
import uk.thinkuknow.attendance.register.Delivery;
import uk.thinkuknow.common.London;
import uk.thinkuknow.counting.CardHistory;
import uk.thinkuknow.counting.Ground;
import uk.thinkuknow.counting.Plausibility;
import uk.thinkuknow.counting.PlausibilityLimits;
import uk.thinkuknow.counting.ReturnFacts;

/**
 * Judges a return by the counting rules in force when it is signed for the first time, also if its session was long ago.
 * The caller is in the transaction that signs it.
 */
@Singleton
public class PlausibilityService {
    /** The first version of the counting rules that judges plausibility. */
    public static final int FIRST_VERSION = 2;

    private final RulesInForce rules;
    private final SessionEvidence evidence;
    private final SchoolCalendars calendars;
    private final Deliveries deliveries;
    private final Clock clock;

    PlausibilityService(
            RulesInForce rules,
            SessionEvidence evidence,
            SchoolCalendars calendars,
            Deliveries deliveries,
            Clock clock) {
        this.rules = rules;
        this.evidence = evidence;
        this.calendars = calendars;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * Judges what is signed.
     *
     * @param signedUnder the version of the rules by which an earlier version of the return was judged, which judges
     *     the new one too; 0 without one
     */
    public Judgement judge(Delivery delivery, SignedMarks marks, int signedUnder) {
        var inForce = inForce(delivery, London.today(clock));
        int version = signedUnder > 0 ? signedUnder : inForce.version();
        return new Judgement(
                version, version < FIRST_VERSION ? Set.of() : groundsOf(delivery, marks, inForce.limits()));
    }

    /** Returns the version of the counting rules by which a return that was first signed on a day is judged. */
    public int rulesOf(Delivery delivery, LocalDate signed) {
        return inForce(delivery, signed).version();
    }

    private RulesInForce.InForce inForce(Delivery delivery, LocalDate signed) {
        var session = delivery.session();
        return rules.of(session.localDate(), session.schoolId(), signed);
    }

    /**
     * Returns the grounds on which a second person must confirm what is signed; empty if it is plausible, or if nobody
     * came.
     */
    private Set<Ground> groundsOf(Delivery delivery, SignedMarks marks, PlausibilityLimits limits) {
        return marks.children() == 0 ? Set.of() : new Plausibility(limits).groundsOf(factsOf(delivery, marks));
    }

    /** Returns the facts by which a return is judged today. */
    public ReturnFacts factsOf(Delivery delivery, SignedMarks marks) {
        var session = delivery.session();
        var day = session.localDate();
        var roll = calendars.rollsOf(session.schoolId());
        var cards = evidence.cards(delivery);
        var ofDay = evidence.ofDay(delivery, clock.instant());
        var delivered = deliveries.delivered(delivery);
        return new ReturnFacts(
                lesson(delivery, delivered, marks),
                entry(delivery, marks, cards, ofDay.entered()),
                calendars.isSchoolDay(session.schoolId(), day),
                signer(delivery, delivered, marks, ofDay),
                marks.classes().stream()
                        .map(count -> ofClass(count, cards, roll))
                        .toList(),
                session.audience().equals("lesson") ? OptionalInt.empty() : OptionalInt.of(marks.heads()),
                session.audience().equals("lesson") ? OptionalInt.empty() : roll.apply(day));
    }

    private static ReturnFacts.Lesson lesson(Delivery delivery, Duration delivered, SignedMarks marks) {
        return new ReturnFacts.Lesson(
                delivered,
                Duration.ofMinutes(delivery.module().lesson().minutes()),
                marks.children(),
                marks.finishedOnDevices());
    }

    private ReturnFacts.Entry entry(
            Delivery delivery, SignedMarks marks, CardHistory cards, SessionEvidence.Entered entered) {
        var day = delivery.session().localDate();
        return new ReturnFacts.Entry(
                entered.afterwards(),
                ChronoUnit.DAYS.between(day, London.today(clock)),
                entered.afterwards() && marks.classes().stream().anyMatch(count -> isMadeSince(count, cards, day)),
                entered.lessons(),
                entered.byOutsider(),
                entered.withdrawnBefore());
    }

    private boolean isMadeSince(ClassAttendance count, CardHistory cards, LocalDate day) {
        return cards.madeOn(count.classId()).filter(made -> !made.isBefore(day)).isPresent()
                || evidence.hasCardSince(count, day);
    }

    private ReturnFacts.Signer signer(
            Delivery delivery, Duration delivered, SignedMarks marks, SessionEvidence.OfDay ofDay) {
        var start = delivery.session().startedAt();
        boolean overlaps = !marks.paper() && evidence.overlaps(delivery, start, start.plus(delivered));
        int here = marks.withoutDevice();
        return new ReturnFacts.Signer(
                overlaps, here == 0 ? 0 : here + ofDay.withoutDevice(), marks.ofClasses() + ofDay.children());
    }

    private static ReturnFacts.OfClass ofClass(
            ClassAttendance count, CardHistory cards, Function<LocalDate, OptionalInt> roll) {
        return new ReturnFacts.OfClass(count.inForce().size(), count.guests(), cards.given(count.classId(), roll));
    }
}
