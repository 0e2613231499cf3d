package uk.thinkuknow.classroom.join;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.ApiRefusal;
import uk.thinkuknow.classroom.room.ClassroomThreads;
import uk.thinkuknow.classroom.room.EventRows;
import uk.thinkuknow.classroom.room.Intake;
import uk.thinkuknow.classroom.room.Keys;
import uk.thinkuknow.classroom.room.NotStored;
import uk.thinkuknow.classroom.room.Room;
import uk.thinkuknow.classroom.room.Seat;
import uk.thinkuknow.classroom.room.SeatClaim;

/** Gives out seats: one round trip for a free card, and a short talk with the database for anything else. */
@Singleton
class Joining {
    private static final int TRIES = 5;

    private final Intake intake;
    private final Negotiation negotiation;
    private final ClassroomThreads threads;
    private final Clock clock;

    Joining(Intake intake, Negotiation negotiation, ClassroomThreads threads, Clock clock) {
        this.intake = intake;
        this.negotiation = negotiation;
        this.threads = threads;
        this.clock = clock;
    }

    /** How it came out for a device that asked for a seat. */
    sealed interface Outcome {
        /** It has the seat. */
        record Seated(Seat seat, EventRows.Reached reached) implements Outcome {}

        /** Another device has it. */
        record Occupied() implements Outcome {}

        /** Another device has it, and either the teacher or time will tell. */
        record Asking() implements Outcome {}

        /** Another device has it, and the teacher has said no. */
        record Refused() implements Outcome {}
    }

    /** Fails with {@link ApiRefusal} 422 for a class or card that is not in the session. */
    CompletionStage<Outcome> join(Room room, SeatForm form) {
        var key = keyOf(form.key());
        var mine = room.withKey(key);
        if (mine != null && mine.isHeld()) {
            return blocking(() -> negotiation.seated(room, mine, form));
        }
        var place = placeOf(room, form);
        requireOpenDoor(room, place);
        var taken = room.at(place);
        var claim = new SeatClaim(room.session(), place, key, clock.instant());
        return taken == null ? claim(room, claim, form, 1) : blocking(() -> negotiation.over(room, taken, claim, form));
    }

    private CompletionStage<Outcome> claim(Room room, SeatClaim claim, SeatForm form, int tried) {
        return intake.claim(claim).thenCompose(claimed -> {
            var seat = claimed.getFirst().seat();
            if (seat == null) {
                return CompletableFuture.failedFuture(new ApiRefusal(422, "not-in-session"));
            }
            room.put(seat);
            boolean mine = seat.key().equals(claim.key());
            if (mine
                    && seat.takenAt().equals(Keys.instant(Keys.utc(claim.at())))
                    && negotiation.holds(room, form).isEmpty()) {
                return CompletableFuture.completedFuture(new Outcome.Seated(seat, EventRows.Reached.NOTHING));
            }
            if (!mine && form.visitor() != null && form.card() == null && tried < TRIES) {
                var next = Seat.Place.ofVisitor(form.visitor(), room.nextVisitorNumber());
                return claim(room, new SeatClaim(claim.session(), next, claim.key(), claim.at()), form, tried + 1);
            }
            return blocking(() -> negotiation.over(room, seat, claim, form));
        });
    }

    /** Behind a locked door a card that has a device may still be asked for: its child is in the room. */
    private static void requireOpenDoor(Room room, Seat.Place place) {
        var taken = room.at(place);
        if (room.standing().door().locked() && (taken == null || !taken.isHeld())) {
            throw new ApiRefusal(409, "locked");
        }
    }

    private static Seat.Place placeOf(Room room, SeatForm form) {
        if (form.card() == null) {
            var visitor = form.visitor();
            if (visitor == null || !(visitor.equals("class") || visitor.equals("guest"))) {
                throw new ApiRefusal(422, "not-in-session");
            }
            return Seat.Place.ofVisitor(visitor, room.nextVisitorNumber());
        }
        var ofClass = room.ofClass(String.valueOf(form.classId()));
        if (ofClass == null || ofClass.card(form.card()) == null) {
            throw new ApiRefusal(422, "not-in-session");
        }
        return Seat.Place.ofCard(ofClass.id(), form.card());
    }

    private static UUID keyOf(@Nullable String key) {
        try {
            if (key != null && key.length() == 36) {
                return UUID.fromString(key);
            }
        } catch (IllegalArgumentException e) {
            throw new ApiRefusal(400, "not-a-key");
        }
        throw new ApiRefusal(400, "not-a-key");
    }

    private CompletionStage<Outcome> blocking(Callable<Outcome> talk) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return talk.call();
                    } catch (SQLException e) {
                        throw new NotStored(e.getClass().getSimpleName());
                    } catch (Exception e) {
                        throw e instanceof RuntimeException known ? known : new CompletionException(e);
                    }
                },
                threads.occasional());
    }
}
