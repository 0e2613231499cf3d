package uk.thinkuknow.classroom.join;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import uk.thinkuknow.classroom.room.ApiRefusal;
import uk.thinkuknow.classroom.room.Intake;
import uk.thinkuknow.classroom.room.SeatsAtHand;

/** Takes in what outboxes send: checked in memory, stored together, answered after the commit. */
@Singleton
class ProgressIntake {
    private final SeatsAtHand seats;
    private final Intake intake;
    private final Clock clock;

    ProgressIntake(SeatsAtHand seats, Intake intake, Clock clock) {
        this.seats = seats;
        this.intake = intake;
        this.clock = clock;
    }

    CompletionStage<ProgressStored> take(ProgressForm form) {
        var events = form.events() == null ? List.<ProgressForm.EventForm>of() : form.events();
        if (events.size() > Progress.EVENTS_AT_MOST) {
            throw new ApiRefusal(413, "too-many");
        }
        if (events.stream().anyMatch(Objects::isNull)) {
            throw new ApiRefusal(400, "not-readable");
        }
        return seats.find(form.seat()).thenCompose(seat -> {
            var progress = new Progress(
                    seat.room().lesson(),
                    seat.token(),
                    seat.ended(),
                    seat.room().standing().pacing(),
                    clock.instant());
            events.forEach(progress::check);
            if (form.waiting() != null) {
                seat.waits(form.waiting(), clock.millis());
            }
            return store(progress);
        });
    }

    private CompletionStage<ProgressStored> store(Progress progress) {
        if (progress.events().isEmpty()) {
            return CompletableFuture.completedFuture(progress.stored(List.of()));
        }
        return intake.store(progress.events()).thenApply(progress::stored);
    }
}
