package uk.thinkuknow.demo;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.courses.training.NewEvent;
import uk.thinkuknow.courses.training.NewEvent.Guest;
import uk.thinkuknow.courses.training.TrainingEventImporter;
import uk.thinkuknow.demo.DemoPart.Demo;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Creates training events for invented professionals: two past ones, one that is full and has a waiting list, and one
 * with free places.
 */
@Singleton
@Priority(70)
class DemoTraining implements DemoPart {
    private final TrainingEventImporter programme;
    private final PeopleService people;

    DemoTraining(TrainingEventImporter programme, PeopleService people) {
        this.programme = programme;
        this.people = people;
    }

    @Override
    public void bringIn(Demo demo) {
        var today = demo.today();
        var tariq = called("tariq");
        var mina = called("mina");
        var library = new NewEvent.Where(Words.of("demo.library"), null, "north-west");
        bringIn(
                Words.of("demo.firstSteps"),
                Words.of("demo.firstStepsCovers"),
                library,
                day(today, -9, DayOfWeek.TUESDAY),
                20,
                new NewEvent.Guests(
                        tariq.id(),
                        List.of(
                                Guest.of(called("demo-brannock"), 180),
                                Guest.of(called("demo-thornmere"), 180),
                                Guest.of(called("dee"), 95),
                                guest("Joanna Pryce", "Harrowbeck Council", "Social worker", 180),
                                guest("Ravi Menon", "Police, Harrowbeck", "Schools officer", 60))));
        bringIn(
                Words.of("demo.becomingTrainer"),
                Words.of("demo.trainerCovers"),
                new NewEvent.Where(null, "https://rooms.demo.example/trainers", null),
                day(today, -6, DayOfWeek.THURSDAY),
                12,
                new NewEvent.Guests(
                        mina.id(),
                        List.of(
                                Guest.of(tariq, 180),
                                Guest.of(called("sian"), 180),
                                guest("Joanna Pryce", "Harrowbeck Council", "Social worker", 180))));
        bringIn(
                Words.of("demo.firstSteps"),
                Words.of("demo.firstStepsCovers"),
                library,
                day(today, 2, DayOfWeek.WEDNESDAY),
                3,
                new NewEvent.Guests(
                        tariq.id(),
                        List.of(
                                Guest.of(called("sadie"), null),
                                guest("Ravi Menon", "Police, Harrowbeck", "Schools officer", null),
                                guest("Bronagh Keane", Words.of("demo.fosterCarers"), "Foster carer", null),
                                guest("Theo Lindqvist", Words.of("demo.youthClub"), "Youth worker", null))));
        bringIn(
                Words.of("demo.becomingTrainer"),
                Words.of("demo.trainerCovers"),
                new NewEvent.Where(null, "https://rooms.demo.example/trainers", null),
                day(today, 5, DayOfWeek.THURSDAY),
                12,
                new NewEvent.Guests(
                        mina.id(),
                        List.of(guest("Bronagh Keane", Words.of("demo.fosterCarers"), "Foster carer", null))));
    }

    private void bringIn(
            String title, String covers, NewEvent.Where where, Instant at, int places, NewEvent.Guests guests) {
        programme.importEvent(new NewEvent(title, covers, where, at, 180, places, guests));
    }

    private StaffMember called(String username) {
        return people.byUsername(username).orElseThrow(NotFound::new);
    }

    private static Guest guest(String name, String organisation, String job, @Nullable Integer minutes) {
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@demo.example";
        return new Guest(null, name, email, organisation, job, minutes);
    }

    /** A weekday some weeks from now, at half past nine. */
    private static Instant day(LocalDate today, int weeks, DayOfWeek weekday) {
        return London.at(today.plusWeeks(weeks)
                .with(TemporalAdjusters.nextOrSame(weekday))
                .atTime(9, 30));
    }
}
