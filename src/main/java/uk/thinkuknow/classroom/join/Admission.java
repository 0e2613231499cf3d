package uk.thinkuknow.classroom.join;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import uk.thinkuknow.classroom.room.ClassroomThreads;
import uk.thinkuknow.classroom.room.DoorRequests;
import uk.thinkuknow.classroom.room.Entrance;
import uk.thinkuknow.classroom.room.Room;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.classroom.room.Seat;
import uk.thinkuknow.classroom.room.SeatClaim;
import uk.thinkuknow.classroom.room.SeatRows;

/**
 * Lets a device take a seat, or has it wait until the teacher lets it in: after ten seats in one second, when no
 * place is free, for a card that changed devices very often, or within a minute after all seats were freed. A device costs no query while the room has more than five places.
 */
@Singleton
class Admission {
    private final DoorRequests door;
    private final SeatRows seats;
    private final Rooms rooms;
    private final ClassroomThreads threads;

    Admission(DoorRequests door, SeatRows seats, Rooms rooms, ClassroomThreads threads) {
        this.door = door;
        this.seats = seats;
        this.rooms = rooms;
        this.threads = threads;
    }

    /**
     * Does {@code take} if the device may come in; otherwise answers that it waits.
     *
     * @param replaces id of the seat whose place the claim takes; {@link Entrance#NONE} if it takes a free one
     */
    CompletionStage<TakeSeat.Outcome> admit(
            Room room, SeatClaim claim, long replaces, Supplier<CompletionStage<TakeSeat.Outcome>> take) {
        var entrance = room.entrance();
        boolean waits = entrance.isWorn(claim.place()) || entrance.isJustEmptied(claim.at());
        boolean nearlyFull = replaces == Entrance.NONE && entrance.free() <= Entrance.MORE_THAN_CARDS;
        if (!waits && !nearlyFull && entrance.reserve(claim.key(), replaces, claim.at())) {
            return taken(room, claim, take);
        }
        if (!entrance.mayAsk(claim.at())) {
            return CompletableFuture.completedFuture(new TakeSeat.Outcome.AtDoor());
        }
        return blocking(() -> mayComeIn(room, claim, replaces, waits))
                .thenCompose(in -> in
                        ? taken(room, claim, take)
                        : CompletableFuture.completedFuture(new TakeSeat.Outcome.AtDoor()));
    }

    /** Does something that waits for the database on a thread that may. */
    <T> CompletionStage<T> blocking(Supplier<T> talk) {
        return CompletableFuture.supplyAsync(talk, threads.occasional());
    }

    /** Reads the seats first, because another instance may have given the last places. */
    private boolean mayComeIn(Room room, SeatClaim claim, long replaces, boolean waits) {
        rooms.refresh(room.session());
        freeSilentVisitors(room, claim);
        return (!waits && room.entrance().reserve(claim.key(), replaces, claim.at()))
                || door.ask(room.session(), claim.key(), claim.at());
    }

    private void freeSilentVisitors(Room room, SeatClaim claim) {
        var silent =
                room.entrance().free() > 0 ? List.<Seat>of() : room.entrance().silentVisitors();
        seats.freeEach(
                room.session(),
                silent.stream().map(visitor -> visitor.token(room.session())).toList(),
                claim.at());
        if (!silent.isEmpty()) {
            rooms.refresh(room.session());
        }
    }

    private static CompletionStage<TakeSeat.Outcome> taken(
            Room room, SeatClaim claim, Supplier<CompletionStage<TakeSeat.Outcome>> take) {
        return CompletableFuture.completedFuture(claim)
                .thenCompose(admitted -> take.get())
                .whenComplete((outcome, failure) -> room.entrance().release(claim.key()));
    }
}
