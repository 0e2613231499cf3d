package uk.thinkuknow.schools.calendars;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.MembershipService;
import uk.thinkuknow.schools.school.SchoolFacts;

/** Shows and records the roll of a school. */
@Singleton
class RollService {
    private final SchoolRolls rolls;
    private final OwnDaysAccess access;
    private final PeopleService people;
    private final Clock clock;

    RollService(SchoolRolls rolls, OwnDaysAccess access, PeopleService people, Clock clock) {
        this.rolls = rolls;
        this.access = access;
        this.people = people;
        this.clock = clock;
    }

    /** All records of a school's roll, and the one that counts today; it may be that of its predecessor. */
    record RollSheet(
            SchoolFacts school,
            RollHistory history,
            @Nullable RollRecord now,
            LocalDate today) {}

    /** @throws NotFound if the person is no manager of the school's area */
    @Transactional
    RollSheet sheet(StaffMember me, PublicId schoolId) {
        var school = access.managedSchool(me, schoolId);
        var today = London.today(clock);
        return new RollSheet(
                school, rolls.of(school.id()), rolls.on(school.id(), today).orElse(null), today);
    }

    /**
     * Records a roll.
     *
     * @return whether it waits until another manager has recorded as many
     * @throws NotFound if the person is no manager of the school's area
     * @throws Refused if the day is in the future, or the same is recorded already
     */
    @Transactional
    boolean add(StaffMember me, PublicId schoolId, LocalDate asOf, int roll, String source) {
        var school = access.managedSchool(me, schoolId);
        if (asOf.isAfter(London.today(clock))) {
            throw new Refused("calendars.rollOfFuture");
        }
        var row = new SchoolRoll(school.id(), asOf, roll, source, me.name(), clock.instant());
        if (rolls.of(school.id()).has(row.record())) {
            throw new Refused("calendars.rollThereAlready");
        }
        rolls.persist(row);
        people.note(
                me.name(),
                Words.of("calendars.actRoll"),
                MembershipService.subject(school),
                Words.of("calendars.rollInAudit", roll, TextFormat.day(asOf), source));
        return rolls.of(school.id()).waits(row.record());
    }
}
