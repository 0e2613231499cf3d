package uk.thinkuknow.classroom.join;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import uk.thinkuknow.classroom.room.Intake;
import uk.thinkuknow.classroom.room.Json;
import uk.thinkuknow.classroom.room.SeatLookup;
import uk.thinkuknow.common.SenderPace;

/**
 * Stores the events that a seat sends: one call of it after the other, and at most 250 events at once, then two a
 * second. All classes share one writer, which a device with a seat could otherwise keep busy.
 */
@Singleton
class StoreProgress {
    /** Two calls of the largest size, as after a lesson without a network, and what is viewed meanwhile. */
    static final int EVENTS_AT_ONCE = 250;

    /** A child sends an event every 20 seconds or so. */
    static final int THEN_MILLIS = 500;

    private final Intake intake;
    private final EventNews eventNews;
    private final OneAtATime storing = new OneAtATime();
    private final SenderPace pace = new SenderPace(EVENTS_AT_ONCE, THEN_MILLIS);

    StoreProgress(Intake intake, EventNews eventNews) {
        this.intake = intake;
        this.eventNews = eventNews;
    }

    /** Stores the events; fails with the answer 429 "many" if the seat sends too many, and then stores none. */
    CompletionStage<ApiResponse> store(SeatLookup.FoundSeat seat, ProgressForm form) {
        var token = seat.token();
        return storing.run(
                token.seat(),
                token.generation(),
                () -> pace.allows(token.seat(), form.events().size(), seat.now().toEpochMilli())
                        ? stored(seat, form)
                        : CompletableFuture.failedFuture(ChildCalls.refusal(429, "many")));
    }

    private CompletionStage<ApiResponse> stored(SeatLookup.FoundSeat seat, ProgressForm form) {
        var progress = ChildEventsCheck.of(form, seat);
        var events = progress.events();
        return intake.store(events)
                .whenComplete((outcomes, failure) -> {
                    if (failure != null) {
                        progress.notStored();
                    }
                })
                .thenApply(outcomes -> {
                    eventNews.stored(seat.room().session(), events, outcomes);
                    var stored = progress.stored(outcomes);
                    int status = stored.why() != null ? 409 : stored.refused() != null ? 422 : 200;
                    return ApiResponse.json(status, Json.bytes(stored));
                });
    }
}
