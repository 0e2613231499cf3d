package uk.thinkuknow.reach.periods;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.EachInTransaction;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.periods.ClosedPeriod.State;

/**
 * Closes terms, years and quarters: freezes their figures, records the approval or refusal by a manager, and stores
 * dated adjustments when a recount gives other figures.
 */
@Singleton
class ClosedPeriodService {
    private static final int WORDS_AT_MOST = 2000;

    /** A signature can be taken back for ten minutes. A return that has stood longer is never deleted. */
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(10);

    private final ClosedPeriods periods;
    private final PeriodCounter counter;
    private final PublicationService publications;
    private final PeriodAnnouncer periodAnnouncer;
    private final Clock clock;

    ClosedPeriodService(
            ClosedPeriods periods,
            PeriodCounter counter,
            PublicationService publications,
            PeriodAnnouncer periodAnnouncer,
            Clock clock) {
        this.periods = periods;
        this.counter = counter;
        this.publications = publications;
        this.periodAnnouncer = periodAnnouncer;
        this.clock = clock;
    }

    /** The figures as they would be frozen now. */
    @Transactional
    FrozenFigures preview(String period) {
        requireClosable(period);
        return counter.count(period, settled(), counter.places(period));
    }

    /**
     * Freezes the figures as at ten minutes ago, and signs them.
     *
     * @param note a message to the approver; may be empty
     * @throws Refused if the user manages only a part of the programme, or the period is not over or is closed already
     */
    @Transactional
    ClosedPeriod close(StaffMember me, String period, String note) {
        return close(me, period, note, settled());
    }

    /** @param asAt in whole seconds */
    @Transactional
    ClosedPeriod close(StaffMember me, String period, String note, Instant asAt) {
        requireWholeProgramme(me);
        requireClosable(period);
        var where = counter.places(period);
        var text = FiguresJson.of(counter.count(period, asAt, where));
        var closed = new ClosedPeriod(PublicId.draw(), period, text, checked(note, false), signature(me));
        periods.persistAndFlush(closed);
        periods.places(closed).store(where);
        periodAnnouncer.frozen(me, closed);
        return closed;
    }

    /**
     * Approves the figures and publishes them.
     *
     * @throws Refused if the user signed the figures or manages only a part of the programme, or there is a decision
     *     already
     */
    @Transactional
    void approve(StaffMember me, String id) {
        requireWholeProgramme(me);
        var closed = periods.locked(id).orElseThrow(NotFound::new);
        closed.decide(State.APPROVED, signature(me), "");
        periodAnnouncer.approved(
                me, closed, publications.publish(closed, closed.figures().figures()));
    }

    /**
     * The signer may also refuse, to take the figures back.
     *
     * @throws Refused without a reason, or if there is a decision already
     */
    @Transactional
    void refuse(StaffMember me, String id, String why) {
        requireWholeProgramme(me);
        var said = checked(why, true);
        var closed = periods.locked(id).orElseThrow(NotFound::new);
        closed.decide(State.REFUSED, signature(me), said);
        periodAnnouncer.refused(me, closed, said);
    }

    /**
     * Recounts the period from the returns as they were at the frozen moment, and records the result in the audit.
     *
     * @return true if the figures are identical, compared by their JSON
     */
    @Transactional
    boolean recount(StaffMember me, String id) {
        var closed = periods.called(id).orElseThrow(NotFound::new);
        var derived = derived(closed, closed.figures().figures());
        boolean same = derived.equals(closed.figures());
        periodAnnouncer.countedAgain(me, closed, same);
        return same;
    }

    private FiguresJson derived(ClosedPeriod closed, FrozenFigures frozen) {
        return FiguresJson.of(counter.count(
                        closed.periodKey(),
                        frozen.asAt(),
                        periods.places(closed).placesAtClosing())
                .again(frozen));
    }

    /**
     * Recounts an approved period as at ten minutes ago, and stores an adjustment if the count has changed.
     *
     * @return the adjustment, or empty if nothing has changed
     */
    @Transactional
    Optional<Adjustment> adjust(String id) {
        return adjust(id, settled());
    }

    @Transactional
    Optional<Adjustment> adjust(String id, Instant asAt) {
        var closed = periods.locked(id).orElseThrow(NotFound::new);
        if (closed.state() != State.APPROVED) {
            throw new Refused("periods.adjustmentsLater");
        }
        var before = periods.latest(closed);
        var places = periods.places(closed);
        places.add(counter.places(closed.periodKey()));
        var now = counter.count(closed.periodKey(), asAt, places.allPlaces())
                .besides(closed.figures().figures());
        if (now.countsAs(before)) {
            return Optional.empty();
        }
        var adjustment =
                new Adjustment(closed.id(), periods.adjustments(closed).size() + 1, now.asAt(), FiguresJson.of(now));
        periods.add(adjustment);
        periodAnnouncer.adjusted(
                closed, adjustment, FiguresDifference.of(before, now).words());
        return Optional.of(adjustment);
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("closed-periods", Words.of("periods.job"), Schedule.daily(5, 25), this::adjustAll);
    }

    /**
     * Recounts each approved period in a transaction of its own. If two instances run at once, the second finds no
     * change.
     */
    void adjustAll() {
        List<String> approved = RetryOnConflict.call(
                () -> periods.approved().stream().map(ClosedPeriod::publicId).toList());
        EachInTransaction.run("a closed period was not counted again", approved, this::adjust);
    }

    /** The latest moment before which no signature can be taken back any more. */
    private Instant settled() {
        return clock.instant().minus(SETTLED_AFTER).truncatedTo(ChronoUnit.SECONDS);
    }

    private PeriodSignature signature(StaffMember me) {
        return new PeriodSignature(me.id(), clock.instant());
    }

    private void requireClosable(String period) {
        if (!counter.isOver(period)) {
            throw new Refused("periods.choosePeriod");
        }
        if (periods.ofPeriod(period).isPresent()) {
            throw new Refused("periods.closedAlready");
        }
    }

    private static void requireWholeProgramme(StaffMember me) {
        if (!me.scope().isProgramme()) {
            throw new Refused("periods.wholeProgramme");
        }
    }

    static String checked(@Nullable String words, boolean needed) {
        var said = words == null ? "" : words.strip();
        if (needed && said.isEmpty()) {
            throw new Refused("periods.sayWhy");
        }
        if (said.length() > WORDS_AT_MOST) {
            throw new Refused("periods.tooLong");
        }
        return said;
    }
}
