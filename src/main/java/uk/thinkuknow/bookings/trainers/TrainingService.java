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
import uk.thinkuknow.bookings.matching.Clashes;
import uk.thinkuknow.bookings.matching.Hours;
import uk.thinkuknow.bookings.matching.Match;
import uk.thinkuknow.bookings.matching.Matching;
import uk.thinkuknow.bookings.matching.Slot;
import uk.thinkuknow.bookings.matching.Standing;
import uk.thinkuknow.bookings.matching.TrainerWords;
import uk.thinkuknow.bookings.matching.Wanted;
import uk.thinkuknow.bookings.matching.Week;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.schools.school.GridPlace;
import uk.thinkuknow.schools.school.SchoolService;

/** The door to trainers: who may deliver, and in which order they are asked. */
@Singleton
public class TrainingService {
    private final Trainers trainers;
    private final Candidates candidates;
    private final PeopleService people;
    private final SchoolService schools;
    private final Clock clock;

    TrainingService(
            Trainers trainers, Candidates candidates, PeopleService people, SchoolService schools, Clock clock) {
        this.trainers = trainers;
        this.candidates = candidates;
        this.people = people;
        this.schools = schools;
        this.clock = clock;
    }

    /**
     * Every trainer whose account is open, against what is wanted: first those who can, in the order of offering (nearest,
     * asked longest ago, fewest sessions this term, name), then those who cannot, each with the reason in words.
     */
    @Transactional
    public List<Match> matching(Wanted wanted) {
        return Matching.of(wanted, candidates.forSlots(wanted.slots()));
    }

    /**
     * What a trainer has to mind if she takes a session: others that overlap, and journeys too short for the road. Known as
     * of now; two who act at once are kept apart by the booking's own constraint.
     *
     * @param place of the school, null for a video link or a school without a place
     * @param but when the session begins that is moved: it is in nobody's way; null if none is
     */
    @Transactional
    public List<String> warnings(long staffId, Slot slot, @Nullable GridPlace place, @Nullable Instant but) {
        var day = London.dateOf(slot.startsAt());
        var hers = candidates.promised(day, London.dateOf(slot.endsAt())).stream()
                .filter(each -> each.staffId() == staffId && !each.startsAt().equals(but))
                .toList();
        var overlapping = hers.stream()
                .filter(each -> Clashes.overlap(each, slot))
                .map(each -> "has a session then (" + each.where() + ")");
        return java.util.stream.Stream.concat(overlapping, Clashes.journeys(hers, slot, place).stream())
                .toList();
    }

    /** Why she is not free for it by her week and her days away, as the end of a sentence; empty if she is. */
    @Transactional
    public Optional<String> whyNotFree(long staffId, Slot slot) {
        var trainer = trainers.findByIdOptional(staffId).orElseThrow(NotFound::new);
        var day = London.dateOf(slot.startsAt());
        var week = new Week(
                trainer.week(),
                trainers.exceptions(day, day).stream()
                        .filter(each -> each.staffId() == staffId)
                        .map(WeekException::difference)
                        .toList());
        return week.isFreeFor(slot) ? Optional.empty() : Optional.of(week.whyNotFreeFor(slot));
    }

    /** @throws NotFound if she is no trainer */
    @Transactional
    public TrainerFacts trainer(long staffId) {
        var trainer = trainers.findByIdOptional(staffId).orElseThrow(NotFound::new);
        return new TrainerFacts(staffId, trainer.publicId(), trainer.home(), trainer.limits());
    }

    /** Trainers who start from a region of an area, or all, with an open account and not suspended, by name: who may lead training. */
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

    /** Every trainer who may deliver today, has an account and has said where her journeys start. */
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

    /** Makes a member of staff a trainer, who has said nothing of herself yet; one who is stays as she is. */
    @Transactional
    public void enrol(long staffId) {
        trainers.enrol(staffId);
    }

    /** Brings in a trainer with all that is said of her at once. */
    @Transactional
    public void bringIn(NewTrainer facts) {
        enrol(facts.staffId());
        var trainer = trainers.findByIdOptional(facts.staffId()).orElseThrow(NotFound::new);
        var home = schools.near(facts.home()).orElse(null);
        trainer.agreeTo(new Trainer.Terms(facts.home(), home, facts.limits()), trainer.version());
        trainer.workIn(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
                        .map(day ->
                                Hours.on(day, facts.free().from(), facts.free().to()))
                        .toList(),
                trainer.version());
        var given = facts.accredited();
        var now = clock.instant();
        trainers.keep(new Accreditation(
                facts.staffId(), new Standing.Accredited(given.firstDay(), given.lastDay()), null, given.by(), now));
        var why = given.suspendedBecause();
        if (why != null) {
            trainers.keep(new Suspension(facts.staffId(), why, given.by(), now));
        }
    }

    /**
     * Lets a session on a day stand only if she may deliver it; to be asked when it is accepted, confirmed and started.
     *
     * @param day by the wall clock of the schools
     * @throws MayNotDeliver in words, if she is no trainer, suspended, not accredited on that day, or not for this band
     */
    @Transactional
    public void requireMayDeliver(long staffId, LocalDate day, String band) {
        var name = people.nameOf(staffId);
        var trainer = trainers.findByIdOptional(staffId)
                .orElseThrow(() -> new MayNotDeliver(name + " is not a trainer of the programme."));
        if (people.account(staffId).isDisabled()) {
            throw new MayNotDeliver(name + " has left: the account is closed. Choose another trainer.");
        }
        standing(staffId).against(day).ifPresent(against -> {
            throw new MayNotDeliver(
                    name + " is " + against + ". Choose another trainer, or ask the programme's manager.");
        });
        if (!trainer.limits().bands().contains(band)) {
            throw new MayNotDeliver(name + " does not teach " + TrainerWords.band(band) + ". Choose another trainer.");
        }
    }

    private Standing standing(long staffId) {
        return Candidates.standing(trainers.accreditationsOf(staffId), trainers.suspensionsOf(staffId));
    }
}
