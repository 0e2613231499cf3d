package uk.thinkuknow.classroom.worry;

import io.quarkus.logging.Log;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.operations.mail.LetterGivenUp;

/**
 * Job that sends the due alerts about worries that nobody has opened or nobody deals with; each step is taken once,
 * also on two instances.
 */
@Singleton
class WorryAlertJob {
    private static final String ABOUT = "worry ";

    private final Worries worries;
    private final WorryAlerts alerts;
    private final PeopleService people;
    private final Clock clock;

    WorryAlertJob(Worries worries, WorryAlerts alerts, PeopleService people, Clock clock) {
        this.worries = worries;
        this.alerts = alerts;
        this.people = people;
        this.clock = clock;
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("worries", Words.of("worries.job"), Schedule.every("30s", "20s"), this::run);
    }

    void run() {
        RetryOnConflict.run(() -> worries.giveUpByFormerLeads(clock.instant()));
        for (long id : RetryOnConflict.call(() -> worries.due(clock.instant()))) {
            try {
                RetryOnConflict.run(() -> sendNextAlert(id));
            } catch (RuntimeException e) {
                // the other worries are not held up; this one is tried again in 30 seconds
                Log.errorf(
                        "nobody could be told of a worry that waits: %s",
                        e.getClass().getSimpleName());
            }
        }
    }

    /** Makes the next alert of an unread worry due at once if an email about it could not be delivered. */
    void hear(@Observes LetterGivenUp given) {
        if (given.about().startsWith(ABOUT)) {
            worries.hurry(new PublicId(given.about().substring(ABOUT.length())), clock.instant());
        }
    }

    private void sendNextAlert(long id) {
        var worry = worries.findById(id);
        if (worry == null) {
            return;
        }
        var step = worry.step();
        var now = clock.instant();
        if (worries.takeStep(id, worry.alerts(), now, now.plus(step.pause()))) {
            if (!worries.isFirstOfDevice(worry)) {
                return; // the reader of the first finds it there
            }
            alerts.tell(worry, step);
            people.noteByItself(
                    Words.of(step == AlertStep.OPENED ? "worries.actRemindedOpened" : "worries.actReminded"),
                    ABOUT + worry.publicId(),
                    Words.of("worries.told." + step));
        }
    }
}
