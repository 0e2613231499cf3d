package uk.thinkuknow.bookings.request;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import uk.thinkuknow.bookings.booking.BookingService;
import uk.thinkuknow.bookings.matching.TrainerLimits;
import uk.thinkuknow.bookings.trainers.NewTrainer;
import uk.thinkuknow.bookings.trainers.TrainerService;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.StaffingService;
import uk.thinkuknow.schools.school.GivenSchool;

/** Creates schools, trainers and bookings for tests. */
@Singleton
public class GivenBooking {
    /** A lesson that cannot be given as an assembly; {@link #ANY} can. */
    public static final String LESSON_ONLY = "the-group-chat";

    public static final String ANY = "true-or-made-up";

    @Inject
    GivenSchool schools;

    @Inject
    BookingService bookings;

    @Inject
    TrainerService training;

    @Inject
    StaffingService staffing;

    @Inject
    public CurriculumService curriculum;

    @Inject
    PeopleService people;

    @Inject
    public Clock clock;

    public GivenSchool.TaughtClass school() {
        return schools.withClassOf(30);
    }

    /** Adds a colleague to the school. */
    @Transactional
    public void join(String username, GivenSchool.TaughtClass school) {
        people.join(username, "Colleague", school.school().id(), null);
    }

    public StaffMember teacherOf(GivenSchool.TaughtClass school) {
        var me = people.byUsername(school.teacher()).orElseThrow();
        return new StaffMember(
                me.id(), me.username(), me.name(), Set.of("teacher"), me.schoolId(), Scope.PROGRAMME, me.email());
    }

    /** A trainer for the band and language of {@link #ANY}, free 8:00–18:00 from Monday to Friday. */
    @Transactional
    public StaffMember trainer(String postcode) {
        var key = "t" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        people.join(key, "Trainer " + key, null, null);
        var me = people.byUsername(key).orElseThrow();
        var today = London.today(clock);
        training.importTrainer(new NewTrainer(
                me.id(),
                postcode,
                new TrainerLimits(40, 2, Set.of("8-10", "11-13"), Set.of("en")),
                new NewTrainer.DailyHours(LocalTime.of(8, 0), LocalTime.of(18, 0)),
                new NewTrainer.NewAccreditation(today.minusYears(1), today.plusYears(2), "Given", null)));
        return as(me, "trainer");
    }

    static StaffMember as(StaffMember me, String role) {
        return new StaffMember(me.id(), me.username(), me.name(), Set.of(role), me.schoolId(), me.scope(), me.email());
    }

    /** The Tuesday of the week so many weeks from now, at an hour in London time. */
    public Instant weekday(int weeks, int hour) {
        var day = London.today(clock).plusWeeks(weeks).with(java.time.DayOfWeek.TUESDAY);
        return London.at(day.atTime(hour, 0));
    }

    public SessionRequest wish(
            GivenSchool.TaughtClass school, DeliveryKind delivery, Audience audience, Instant... starts) {
        var asked = new RequestDetails(
                ANY, audience, delivery, "en", audience.hasClasses() ? null : 200, 60, true, "Hall", "", "");
        return new SessionRequest(
                asked,
                List.of(starts),
                audience.hasClasses()
                        ? List.of(new BookedClass(school.schoolClass().id(), null))
                        : List.of());
    }

    public PublicId visit(GivenSchool.TaughtClass school, Instant... starts) {
        return bookings.request(teacherOf(school), key(), wish(school, DeliveryKind.VISIT, Audience.LESSON, starts));
    }

    public static String key() {
        return "key-" + ThreadLocalRandom.current().nextLong();
    }

    public static Instant minutesAfter(Instant at, int minutes) {
        return at.plus(minutes, ChronoUnit.MINUTES);
    }
}
