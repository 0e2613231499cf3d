package uk.thinkuknow.reach.periods;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.EachAlone;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.frozen.FrozenReach;
import uk.thinkuknow.reach.periods.ClosedPeriod.State;

/** Freezes the figures of a period, has them approved, and turns what comes later into dated adjustments. */
@Singleton
class Closing {
    private static final int WORDS_AT_MOST = 2000;

    private final ClosedPeriods periods;
    private final KeptPlaces kept;
    private final FrozenReach reach;
    private final Counting counting;
    private final Telling telling;
    private final PeopleService people;
    private final Clock clock;

    Closing(
            ClosedPeriods periods,
            KeptPlaces kept,
            FrozenReach reach,
            Counting counting,
            Telling telling,
            PeopleService people,
            Clock clock) {
        this.periods = periods;
        this.kept = kept;
        this.reach = reach;
        this.counting = counting;
        this.telling = telling;
        this.people = people;
        this.clock = clock;
    }

    /** What would be frozen now. */
    @Transactional
    FrozenFigures preview(String period) {
        requireClosable(period);
        return counting.count(period, reach.settled(), reach.places(period));
    }

    /**
     * Freezes the figures as they stand and signs them.
     *
     * @param note for whoever approves them, which may be empty
     * @throws Refused if she manages a part of it only, or the period is not over or closed already
     */
    @Transactional
    ClosedPeriod close(StaffMember me, String period, String note) {
        return close(me, period, note, reach.settled());
    }

    /** @param asAt with no fraction of a second */
    @Transactional
    ClosedPeriod close(StaffMember me, String period, String note, Instant asAt) {
        requireWholeProgramme(me);
        requireClosable(period);
        var where = reach.places(period);
        var text = FiguresText.of(counting.count(period, asAt, where));
        var closed = new ClosedPeriod(PublicId.draw(), period, text, asAt, checked(note, false))
                .signed(me.id(), clock.instant());
        periods.persistAndFlush(closed);
        kept.keep(closed, where);
        people.note(me.name(), "froze the figures", subject(closed), "hash " + text.hash());
        return closed;
    }

    /** @throws Refused if she signed them herself, manages a part of it only, or somebody has decided */
    @Transactional
    void approve(StaffMember me, String id) {
        requireWholeProgramme(me);
        var closed = periods.held(id).orElseThrow(NotFound::new);
        closed.decide(State.APPROVED, me.id(), clock.instant(), "");
        telling.approved(closed);
        people.note(
                me.name(),
                "approved the frozen figures",
                subject(closed),
                "hash " + closed.figures().hash());
    }

    /** @throws Refused without a reason, or if somebody has decided; whoever signed may take them back by this */
    @Transactional
    void refuse(StaffMember me, String id, String why) {
        requireWholeProgramme(me);
        var said = checked(why, true);
        var closed = periods.held(id).orElseThrow(NotFound::new);
        closed.decide(State.REFUSED, me.id(), clock.instant(), said);
        people.note(me.name(), "refused the frozen figures", subject(closed), said);
    }

    /**
     * Counts once more, from the returns as they then stood.
     *
     * @return whether it came to the same figures, letter by letter
     */
    @Transactional
    boolean derive(StaffMember me, String id) {
        var closed = periods.called(id).orElseThrow(NotFound::new);
        var derived = derived(closed, closed.figures().figures());
        boolean same = derived.equals(closed.figures());
        people.note(
                me.name(),
                "counted the frozen figures again",
                subject(closed),
                same ? "the same hash" : "another hash than " + closed.figures().hash());
        return same;
    }

    private FiguresText derived(ClosedPeriod closed, FrozenFigures frozen) {
        return FiguresText.of(counting.count(closed.periodKey(), frozen.asAt(), kept.then(closed))
                .again(frozen));
    }

    /** Looks whether returns came or were amended since; what they change is an adjustment of today. */
    @Transactional
    Optional<Adjustment> look(String id) {
        return look(id, reach.settled());
    }

    @Transactional
    Optional<Adjustment> look(String id, Instant asAt) {
        var closed = periods.held(id).orElseThrow(NotFound::new);
        if (closed.state() != State.APPROVED) {
            throw new Refused("Adjustments begin when the figures are approved.");
        }
        var before = latest(closed);
        kept.add(closed, reach.places(closed.periodKey()));
        var now = counting.count(closed.periodKey(), asAt, kept.with(closed))
                .besides(closed.figures().figures());
        if (now.countsAs(before)) {
            return Optional.empty();
        }
        var adjustment =
                new Adjustment(closed.id(), periods.adjustments(closed).size() + 1, now.asAt(), FiguresText.of(now));
        periods.add(adjustment);
        var change = Change.of(before, now).words();
        telling.adjusted(closed, adjustment, change);
        people.note(PeopleService.BY_ITSELF, "adjusted a closed period", subject(closed), change);
        return Optional.of(adjustment);
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("closed-periods", "Counts closed periods again", Schedule.daily(5, 25), this::lookAtAll);
    }

    /** Each on its own; the second of two instances that look at once finds nothing new. */
    void lookAtAll() {
        List<String> approved = RetryOnConflict.call(
                () -> periods.approved().stream().map(ClosedPeriod::publicId).toList());
        EachAlone.run("a closed period was not counted again", approved, this::look);
    }

    /** The figures with every adjustment so far. */
    FrozenFigures latest(ClosedPeriod closed) {
        var adjustments = periods.adjustments(closed);
        return (adjustments.isEmpty() ? closed.figures() : adjustments.getLast().figures()).figures();
    }

    private void requireClosable(String period) {
        if (reach.over().stream().noneMatch(each -> each.key().equals(period))) {
            throw new Refused("Choose a term, a year or a quarter that is over in every nation.");
        }
        if (periods.ofPeriod(period).isPresent()) {
            throw new Refused("This period is closed already.");
        }
    }

    private static void requireWholeProgramme(StaffMember me) {
        if (!me.scope().isProgramme()) {
            throw new Refused("A manager of the whole programme closes a period. You manage a part of it.");
        }
    }

    static String checked(@Nullable String words, boolean needed) {
        var said = words == null ? "" : words.strip();
        if (needed && said.isEmpty()) {
            throw new Refused("Say why, so that it can be put right.");
        }
        if (said.length() > WORDS_AT_MOST) {
            throw new Refused("Say it in at most 2,000 letters.");
        }
        return said;
    }

    static String subject(ClosedPeriod closed) {
        return "period " + closed.periodKey();
    }
}
