package uk.thinkuknow.demo;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.util.Set;
import uk.thinkuknow.bookings.matching.TrainerLimits;
import uk.thinkuknow.bookings.trainers.NewTrainer;
import uk.thinkuknow.bookings.trainers.TrainerService;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.demo.DemoPart.Demo;
import uk.thinkuknow.identity.staff.PeopleService;

/**
 * Creates the demo's trainers, among them one near Tess's school, one whose accreditation ends soon and one who is
 * suspended.
 */
@Singleton
@Priority(90)
class DemoTrainers implements DemoPart {
    private static final int SESSIONS_A_DAY = 3;
    private static final String ACCREDITED_BY = "Mina Castellanos";

    private final TrainerService training;
    private final PeopleService people;

    DemoTrainers(TrainerService training, PeopleService people) {
        this.training = training;
        this.people = people;
    }

    @Override
    public void bringIn(Demo demo) {
        for (var row : demo.contents().trainers()) {
            people.join(row.username(), row.name(), null, null);
            var staffId =
                    people.byUsername(row.username()).orElseThrow(NotFound::new).id();
            training.importTrainer(new NewTrainer(
                    staffId,
                    row.home(),
                    new TrainerLimits(
                            row.kilometres(),
                            SESSIONS_A_DAY,
                            Set.copyOf(row.teaches().bands()),
                            Set.copyOf(row.teaches().languages())),
                    new NewTrainer.DailyHours(
                            LocalTime.parse(row.hours().from()),
                            LocalTime.parse(row.hours().to())),
                    new NewTrainer.NewAccreditation(
                            demo.today().minusDays(row.accredited().daysAgo()),
                            demo.today().plusDays(row.accredited().endsInDays()),
                            ACCREDITED_BY,
                            row.accredited().suspended())));
        }
    }
}
