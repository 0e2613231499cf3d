package uk.thinkuknow.bookings.trainers;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.AccreditationStatus;
import uk.thinkuknow.bookings.matching.Clashes;
import uk.thinkuknow.bookings.matching.Slot;
import uk.thinkuknow.bookings.matching.TrainerMatch;
import uk.thinkuknow.bookings.matching.TrainerRanking;
import uk.thinkuknow.bookings.matching.TrainerSearch;
import uk.thinkuknow.bookings.matching.TrainerWeek;
import uk.thinkuknow.bookings.matching.TrainerWords;
import uk.thinkuknow.bookings.matching.WeekdayHours;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.schools.school.GridPlace;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Tells other packages which trainers may deliver, who can come to a session and in which order they are asked; also
 * creates and imports trainers.
 */
@Singleton
public class TrainerService {
    private final Trainers trainers;
    private final CandidateQuery candidates;
    private final PeopleService people;
    private final SchoolService schools;
    private final Clock clock;

    TrainerService(
            Trainers trainers, CandidateQuery candidates, PeopleService people, SchoolService schools, Clock clock) {
        this.trainers = trainers;
        this.candidates = candidates;
        this.people = people;
        this.schools = schools;
        this.clock = clock;
    }

    /**
     * Ranks all trainers with an enabled account for a session: first those who can come (nearest, longest since the
     * last offer, fewest sessions this term, name), then those who cannot, each with the reason.
     */
    @Transactional
    public List<TrainerMatch> matching(TrainerSearch wanted) {
        return TrainerRanking.of(wanted, candidates.forSlots(wanted.slots()));
    }

    /**
     * Warnings if a trainer takes a session: overlapping sessions, and journeys with too little time. They hold at this
     * moment only; unique keys in the database refuse concurrent bookings.
     *
     * @param place the school's position; null for a session by video or an unknown position
     * @param but present start of the session that is being moved, to be ignored; null for none
     */
    @Transactional
    public List<String> warnings(long staffId, Slot slot, @Nullable GridPlace place, @Nullable Instant but) {
        var day = London.dateOf(slot.startsAt());
        var own = candidates.promised(day, London.dateOf(slot.endsAt())).stream()
                .filter(each -> each.staffId() == staffId && !each.startsAt().equals(but))
                .toList();
        var overlapping = own.stream()
                .filter(each -> Clashes.overlap(each, slot))
                .map(each -> Words.of("matching.hasSession", each.where()));
        return java.util.stream.Stream.concat(overlapping, Clashes.journeys(own, slot, place).stream())
                .toList();
    }

    /**
     * Why the trainer is not free at this time by their week and days that differ, as the end of a sentence; empty if
     * they are.
     */
    @Transactional
    public Optional<String> whyNotFree(long staffId, Slot slot) {
        var trainer = trainers.findByIdOptional(staffId).orElseThrow(NotFound::new);
        var day = London.dateOf(slot.startsAt());
        var week = new TrainerWeek(
                trainer.week(),
                trainers.differences(day, day).stream()
                        .filter(each -> each.staffId() == staffId)
                        .map(WeekDifferenceEntry::difference)
                        .toList());
        return week.isFreeFor(slot) ? Optional.empty() : Optional.of(week.whyNotFreeFor(slot));
    }

    /** @throws NotFound if this member of staff is no trainer */
    @Transactional
    public TrainerFacts trainer(long staffId) {
        var trainer = trainers.findByIdOptional(staffId).orElseThrow(NotFound::new);
        return new TrainerFacts(staffId, trainer.publicId(), trainer.home(), trainer.limits());
    }

    /** Trainers from an area who may lead training: account enabled, not suspended; by name. */
    @Transactional
    public List<Account> trainersFrom(Scope area) {
        var suspended = trainers.suspensions().stream()
                .filter(Suspension::isOpen)
                .map(Suspension::staffId)
                .collect(Collectors.toSet());
        var ids = trainers.all().stream()
                .filter(each -> area.holdsRegion(each.regionKey()))
                .map(Trainer::staffId)
                .filter(each -> !suspended.contains(each))
                .toList();
        return people.accounts(ids).values().stream()
                .filter(each -> !each.isDisabled())
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    /** All trainers who may deliver today, have an enabled account and have entered their home. */
    @Transactional
    public List<TrainerFacts> readyToday() {
        var today = London.today(clock);
        var ids = trainers.all().stream().collect(Collectors.toMap(Trainer::staffId, Trainer::publicId));
        return candidates.forSlots(List.of()).stream()
                .filter(each ->
                        each.home() != null && each.standing().against(today).isEmpty())
                .map(each -> new TrainerFacts(
                        each.staffId(), Objects.requireNonNull(ids.get(each.staffId())), each.home(), each.limits()))
                .toList();
    }

    /** Creates a trainer record without any terms; does nothing if there is one. */
    @Transactional
    public void enrol(long staffId) {
        trainers.enrol(staffId);
    }

    /** Imports a trainer with terms, week, accreditation and, if one is given, a suspension. */
    @Transactional
    public void importTrainer(NewTrainer facts) {
        enrol(facts.staffId());
        var trainer = trainers.findByIdOptional(facts.staffId()).orElseThrow(NotFound::new);
        var home = schools.near(facts.home()).orElse(null);
        trainer.setTerms(new Trainer.Terms(facts.home(), home, facts.limits()), trainer.version());
        trainer.setWeek(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
                        .map(day -> WeekdayHours.on(
                                day, facts.free().from(), facts.free().to()))
                        .toList(),
                trainer.version());
        var given = facts.accredited();
        var now = clock.instant();
        trainers.keep(new Accreditation(
                facts.staffId(),
                new AccreditationStatus.AccreditedDays(given.firstDay(), given.lastDay()),
                null,
                given.by(),
                now));
        var why = given.suspendedBecause();
        if (why != null) {
            trainers.keep(new Suspension(facts.staffId(), why, given.by(), now));
        }
    }

    /**
     * Checks that a trainer may deliver on a day; called when a booking is accepted and when its session starts.
     *
     * @param day in London time
     * @throws MayNotDeliver if they are no trainer, their account is closed, or they are suspended, not accredited on
     *     that day or not for this band
     */
    @Transactional
    public void requireMayDeliver(long staffId, LocalDate day, String band) {
        var name = people.nameOf(staffId);
        var trainer =
                trainers.findByIdOptional(staffId).orElseThrow(() -> new MayNotDeliver("trainers.noTrainer", name));
        if (people.account(staffId).isDisabled()) {
            throw new MayNotDeliver("trainers.hasLeft", name);
        }
        standing(staffId).against(day).ifPresent(against -> {
            throw new MayNotDeliver("trainers.mayNot", name, against);
        });
        if (!trainer.limits().bands().contains(band)) {
            throw new MayNotDeliver("trainers.doesNotTeach", name, TrainerWords.band(band));
        }
    }

    /** Whether the trainer's account is open, and they are accredited on that day and not suspended. */
    @Transactional
    public boolean comesOn(long staffId, LocalDate day) {
        return !people.account(staffId).isDisabled()
                && standing(staffId).against(day).isEmpty();
    }

    private AccreditationStatus standing(long staffId) {
        return CandidateQuery.standing(trainers.accreditationsOf(staffId), trainers.suspensionsOf(staffId));
    }
}
