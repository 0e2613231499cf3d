package uk.thinkuknow.demo;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import uk.thinkuknow.bookings.trainers.NewTrainer;
import uk.thinkuknow.bookings.trainers.TrainingService;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.identity.staff.PeopleService;

/** Brings the demo's trainers in: one near Tess, one whose accreditation ends soon, one suspended. */
@Singleton
class DemoTrainers {
    private static final int SESSIONS_A_DAY = 3;

    private final TrainingService training;
    private final PeopleService people;

    DemoTrainers(TrainingService training, PeopleService people) {
        this.training = training;
        this.people = people;
    }

    void bringIn(List<DemoContents.TrainerRow> rows, LocalDate today, String accreditedBy) {
        for (var row : rows) {
            people.join(row.username(), row.name(), null, null);
            var staffId =
                    people.called(row.username()).orElseThrow(NotFound::new).id();
            training.bringIn(new NewTrainer(
                    staffId,
                    row.home(),
                    row.kilometres(),
                    SESSIONS_A_DAY,
                    Set.copyOf(row.bands()),
                    Set.copyOf(row.languages()),
                    new NewTrainer.Hours(LocalTime.parse(row.from()), LocalTime.parse(row.to())),
                    new NewTrainer.Accredited(
                            today.minusDays(row.accreditedDaysAgo()),
                            today.plusDays(row.endsInDays()),
                            accreditedBy,
                            row.suspended())));
        }
    }
}
