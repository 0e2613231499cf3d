package uk.thinkuknow.bookings.trainers;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import uk.thinkuknow.bookings.matching.AccreditationStatus;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.RightsEnded;

/**
 * Carries out what managers do with trainers: list, accredit, suspend and lift a suspension, each change noted in the
 * audit. A manager of an area sees only trainers whose home is in that area.
 */
@Singleton
class SupervisionService {
    private final Trainers trainers;
    private final PeopleService people;
    private final LastActivity lastActive;
    private final Event<TrainerStopped> stopped;
    private final Clock clock;

    SupervisionService(
            Trainers trainers,
            PeopleService people,
            LastActivity lastActive,
            Event<TrainerStopped> stopped,
            Clock clock) {
        this.trainers = trainers;
        this.people = people;
        this.lastActive = lastActive;
        this.stopped = stopped;
        this.clock = clock;
    }

    /** Somebody who is no trainer any more has no accreditation either; with a disabled account it only rests. */
    void hear(@Observes RightsEnded lost) {
        if (!lost.roles().contains(Role.TRAINER)) {
            return;
        }
        if (!Objects.requireNonNull(people.accounts(List.of(lost.staffId())).get(lost.staffId()))
                .isDisabled()) {
            trainers.accreditationsOf(lost.staffId())
                    .forEach(each -> each.withdraw(Words.of("trainers.roleTaken"), lost.by(), clock.instant()));
        }
        stopped.fire(new TrainerStopped(lost.staffId()));
    }

    /** A trainer as listed, with name, accreditation status and activity. */
    record ListedTrainer(Trainer trainer, String name, AccreditationStatus standing, TrainerActivity activity) {}

    /** A trainer with their accreditations, suspensions, days that differ and audit entries. */
    record TrainerSheet(
            ListedTrainer listed,
            List<Accreditation> accreditations,
            List<Suspension> suspensions,
            List<WeekDifferenceEntry> differences,
            List<PeopleService.RecordedAct> trail) {}

    /** All trainers whom this manager may see, by name. */
    @Transactional
    List<ListedTrainer> all(StaffMember by) {
        var all = trainers.all().stream().filter(each -> isInScope(by, each)).toList();
        var accounts = people.accounts(all.stream().map(Trainer::staffId).toList());
        var accredited = trainers.accreditations().stream().collect(Collectors.groupingBy(Accreditation::staffId));
        var suspended = trainers.suspensions().stream().collect(Collectors.groupingBy(Suspension::staffId));
        var practised = practised();
        return all.stream()
                .map(each -> listed(
                        AvailabilityService.loaded(each),
                        Optional.ofNullable(accounts.get(each.staffId()))
                                .map(Account::name)
                                .orElse(""),
                        CandidateQuery.standing(
                                accredited.getOrDefault(each.staffId(), List.of()),
                                suspended.getOrDefault(each.staffId(), List.of())),
                        practised))
                .sorted(Comparator.comparing(ListedTrainer::name))
                .toList();
    }

    /** @throws NotFound if there is none, or none that this manager may see */
    @Transactional
    TrainerSheet sheet(StaffMember by, PublicId id) {
        var trainer = own(by, id);
        var staffId = trainer.staffId();
        var accreditations = trainers.accreditationsOf(staffId);
        var suspensions = trainers.suspensionsOf(staffId);
        return new TrainerSheet(
                listed(
                        AvailabilityService.loaded(trainer),
                        people.nameOf(staffId),
                        CandidateQuery.standing(accreditations, suspensions),
                        practised()),
                accreditations,
                suspensions,
                trainers.differencesOf(staffId, London.today(clock)),
                people.trailOf("trainer " + id));
    }

    /** @throws Refused without a reason, or if the days are not valid or the same accreditation exists */
    @Transactional
    void accredit(StaffMember by, PublicId id, AccreditationStatus.AccreditedDays days, String why) {
        var trainer = own(by, id);
        var fresh = new Accreditation(trainer.staffId(), days, Suspension.reason(why), by.name(), clock.instant());
        if (trainers.accreditationsOf(trainer.staffId()).stream()
                .anyMatch(each -> !each.isWithdrawn() && each.days().equals(fresh.days()))) {
            throw new Refused("trainers.givenAlready");
        }
        trainers.keep(fresh);
        people.note(by.name(), Words.of("trainers.didAccredit"), "trainer " + id, inWords(days, why));
    }

    /**
     * Withdraws an accreditation.
     *
     * @throws Refused without a reason
     */
    @Transactional
    void withdraw(StaffMember by, PublicId id, long number, String why) {
        var staffId = own(by, id).staffId();
        var given = trainers.accreditationsOf(staffId).stream()
                .filter(each -> each.id() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
        if (given.withdraw(Suspension.reason(why), by.name(), clock.instant())) {
            var days = given.days();
            people.note(by.name(), Words.of("trainers.didWithdraw"), "trainer " + id, inWords(days, why));
            stopped.fire(new TrainerStopped(staffId));
        }
    }

    /** @throws Refused without a reason, or if the trainer is suspended already */
    @Transactional
    void suspend(StaffMember by, PublicId id, String why) {
        var trainer = own(by, id);
        var open = trainers.suspensionsOf(trainer.staffId()).stream()
                .filter(Suspension::isOpen)
                .findFirst();
        if (open.isPresent()) {
            throw alreadyBy(open.get());
        }
        var fresh = new Suspension(trainer.staffId(), why, by.name(), clock.instant());
        try {
            trainers.keep(fresh);
        } catch (ConstraintViolationException e) {
            throw new Refused("trainers.suspendedMeanwhile");
        }
        people.note(by.name(), Words.of("trainers.didSuspend"), "trainer " + id, why.strip());
        stopped.fire(new TrainerStopped(trainer.staffId()));
    }

    /** Lifts the suspension in force; does nothing if there is none. */
    @Transactional
    void lift(StaffMember by, PublicId id) {
        var trainer = own(by, id);
        trainers.suspensionsOf(trainer.staffId()).stream()
                .filter(Suspension::isOpen)
                .findFirst()
                .ifPresent(open -> {
                    open.lift(by.name(), clock.instant());
                    people.note(
                            by.name(),
                            Words.of("trainers.didLift"),
                            "trainer " + id,
                            Words.of("trainers.suspensionOf", TextFormat.day(open.suspendedAt())));
                });
    }

    private ListedTrainer listed(
            Trainer trainer, String name, AccreditationStatus accreditationStatus, ActivityOfTrainers practised) {
        return new ListedTrainer(
                trainer,
                name,
                accreditationStatus,
                TrainerActivity.of(
                        accreditationStatus,
                        practised.sessions().getOrDefault(trainer.staffId(), 0),
                        practised.last().get(trainer.staffId()),
                        London.today(clock)));
    }

    /** Sessions in the last twelve months and the last day of activity, by staff id. */
    private record ActivityOfTrainers(Map<Long, Integer> sessions, Map<Long, LocalDate> last) {}

    private ActivityOfTrainers practised() {
        var today = London.today(clock);
        return new ActivityOfTrainers(
                trainers.sessionsStarted(today.minusYears(1).plusDays(1), today), lastActive.days());
    }

    private static String inWords(AccreditationStatus.AccreditedDays days, String why) {
        return Words.of(
                "trainers.daysBecause", TextFormat.day(days.firstDay()), TextFormat.day(days.lastDay()), why.strip());
    }

    private static Refused alreadyBy(Suspension open) {
        return new Refused("trainers.suspendedAlready", open.suspendedBy(), TextFormat.day(open.suspendedAt()));
    }

    private Trainer own(StaffMember by, PublicId id) {
        return trainers.byPublicId(id).filter(each -> isInScope(by, each)).orElseThrow(NotFound::new);
    }

    /**
     * A manager of the whole programme sees all trainers; others see those whose home is in their area. Nobody sees
     * themselves: they would accredit themselves, and read why they are suspended.
     */
    private static boolean isInScope(StaffMember by, Trainer trainer) {
        return trainer.staffId() != by.id() && by.scope().holdsRegion(trainer.regionKey());
    }
}
