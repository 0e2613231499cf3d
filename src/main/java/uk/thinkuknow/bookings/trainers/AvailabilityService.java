package uk.thinkuknow.bookings.trainers;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import uk.thinkuknow.bookings.matching.AccreditationStatus;
import uk.thinkuknow.bookings.matching.WeekDifference;
import uk.thinkuknow.bookings.matching.WeekdayHours;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;

/** Reads and saves what trainers enter about themselves: home, travel, limits, usual week and days that differ. */
@Singleton
class AvailabilityService {
    private static final int YEARS_AHEAD = 2;

    private final Trainers trainers;
    private final LastActivity lastActive;
    private final SchoolService schools;
    private final PeopleService people;
    private final Clock clock;

    AvailabilityService(
            Trainers trainers, LastActivity lastActive, SchoolService schools, PeopleService people, Clock clock) {
        this.trainers = trainers;
        this.lastActive = lastActive;
        this.schools = schools;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The data of a trainer's own page: their record, accreditation status, yearly requirement and days that differ.
     */
    record OwnAvailability(
            Trainer trainer,
            AccreditationStatus standing,
            YearlyRequirement yearly,
            List<WeekDifferenceEntry> differences) {}

    /** Reads the user's own trainer record; creates it the first time that someone with the role opens the page. */
    @Transactional
    OwnAvailability mine(StaffMember me) {
        trainers.enrol(me.id());
        var trainer = own(me);
        var today = London.today(clock);
        var accreditationStatus =
                CandidateQuery.standing(trainers.accreditationsOf(me.id()), trainers.suspensionsOf(me.id()));
        return new OwnAvailability(
                loaded(trainer),
                accreditationStatus,
                YearlyRequirement.of(accreditationStatus, lastActive.days().get(me.id()), today),
                trainers.differencesOf(me.id(), today));
    }

    /** @throws Refused if the home is not found, a number is out of range, or the record has another version */
    @Transactional
    void saveTerms(StaffMember me, TermsForm.ParsedTerms typed) {
        var home = typed.home().isBlank()
                ? null
                : schools.near(typed.home())
                        .orElseThrow(
                                () -> new TermsForm.NoSuchPlace(typed.home().strip()));
        own(me).setTerms(new Trainer.Terms(typed.home().strip(), home, typed.limits()), typed.version());
        people.note(me.name(), Words.of("trainers.changedTerms"), subject(me), typed.inWords());
    }

    /** @throws Refused if the record has another version */
    @Transactional
    void saveWeek(StaffMember me, List<WeekdayHours> week, int version) {
        own(me).setWeek(week, version);
        people.note(me.name(), Words.of("trainers.changedWeek"), subject(me), WeekForm.inWords(week));
    }

    /**
     * Adds a day or days that differ from the usual week.
     *
     * @return the entry's id, with which it can be removed
     * @throws Refused if the last is before the first, or the days are over or more than two years ahead
     */
    @Transactional
    long addDifference(StaffMember me, WeekDifference difference) {
        var last = switch (difference) {
            case WeekDifference.Away away -> {
                if (away.lastDay().isBefore(away.firstDay())) {
                    throw new Refused("trainers.awayBackwards");
                }
                yield away.lastDay();
            }
            case WeekDifference.Extra extra -> {
                if (!extra.from().isBefore(extra.to())) {
                    throw new Refused("trainers.extraBackwards");
                }
                yield extra.day();
            }
        };
        var today = London.today(clock);
        if (last.isBefore(today) || last.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw new Refused("trainers.daysOutOfRange");
        }
        own(me);
        var said = new WeekDifferenceEntry(me.id(), difference, clock.instant());
        trainers.keep(said);
        people.note(me.name(), Words.of("trainers.changedDays"), subject(me), WeekForm.inWords(difference));
        return said.id();
    }

    /** @throws NotFound if it is another trainer's */
    @Transactional
    WeekDifference removeDifference(StaffMember me, long number) {
        var said = trainers.differenceOf(me.id(), number).orElseThrow(NotFound::new);
        said.remove();
        people.note(me.name(), Words.of("trainers.tookBackDays"), subject(me), WeekForm.inWords(said.difference()));
        return said.difference();
    }

    /** @throws NotFound if it is another trainer's */
    @Transactional
    WeekDifference restoreDifference(StaffMember me, long number) {
        var said = trainers.differenceOf(me.id(), number).orElseThrow(NotFound::new);
        said.restore();
        people.note(me.name(), Words.of("trainers.putBackDays"), subject(me), WeekForm.inWords(said.difference()));
        return said.difference();
    }

    private String subject(StaffMember me) {
        return "trainer " + own(me).publicId();
    }

    private Trainer own(StaffMember me) {
        return trainers.findByIdOptional(me.id()).orElseThrow(NotFound::new);
    }

    /** Loads the trainer's lazy collections, so that they can be read after the transaction. */
    static Trainer loaded(Trainer trainer) {
        trainer.limits();
        trainer.week();
        return trainer;
    }
}
