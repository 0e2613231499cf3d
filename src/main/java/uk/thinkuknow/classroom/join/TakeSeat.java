package uk.thinkuknow.classroom.join;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.Intake;
import uk.thinkuknow.classroom.room.Keys;
import uk.thinkuknow.classroom.room.Room;
import uk.thinkuknow.classroom.room.Seat;
import uk.thinkuknow.classroom.room.SeatClaim;
import uk.thinkuknow.classroom.room.SeatRows;
import uk.thinkuknow.classroom.room.SeatTokens;

/**
 * Gives seats to devices: a free card in one round trip, anything else through {@link SeatNegotiation} on a thread that
 * may block.
 */
@Singleton
class TakeSeat {
    private static final int TRIES = 5;
    private static final int NOT_NUMBERED = 0;

    private final Intake intake;
    private final SeatNegotiation negotiation;
    private final SeatTokens tokens;
    private final Admission admission;
    private final Clock clock;
    private final OneAtATime returning = new OneAtATime();

    TakeSeat(Intake intake, SeatNegotiation negotiation, SeatTokens tokens, Admission admission, Clock clock) {
        this.intake = intake;
        this.negotiation = negotiation;
        this.admission = admission;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The result for a device that asked for a seat. */
    sealed interface Outcome {
        /** The device has the seat; {@code reached} says where its lesson continues. */
        record Seated(Seat seat, String token, SeatRows.SeatProgress reached) implements Outcome {}

        /** Another device has the seat. */
        record Occupied() implements Outcome {}

        /**
         * Another device has the seat; this one waits until the teacher decides, or until the other has been silent for
         * 60 seconds.
         */
        record Asking() implements Outcome {}

        /** Another device has the seat, and the teacher has refused to hand it over. */
        record Refused() implements Outcome {}

        /**
         * The teacher locked the room to new children. A card that is on a device may still be asked for, because its
         * child is present.
         */
        record Locked() implements Outcome {}

        /** The device waits at the door until the teacher lets it in. */
        record AtDoor() implements Outcome {}

        /** The session has no such class or card. */
        record NotInSession() implements Outcome {}
    }

    /**
     * Gives the device the seat it asks for, or says why not; idempotent by the form's key. Fails with 429 if it has the seat
     * and an earlier such call runs.
     *
     * @throws ApiRefusal 400 if the key is not a UUID
     */
    CompletionStage<Outcome> join(Room room, SeatForm form) {
        var key = ChildCalls.key(form.key());
        var mine = room.withKey(key);
        if (mine != null && mine.isHeld()) {
            return returning.run(
                    mine.id(),
                    0,
                    () -> admission.blocking(() -> negotiation.seated(room, mine, form, clock.instant())));
        }
        var place = placeOf(room, form);
        if (place == null) {
            return CompletableFuture.completedFuture(new Outcome.NotInSession());
        }
        return enter(room, new SeatClaim(room.session(), place, key, clock.instant()), form);
    }

    /** A place that no device has, or only a silent one, is subject to the lock and the limits of the room. */
    private CompletionStage<Outcome> enter(Room room, SeatClaim claim, SeatForm form) {
        var taken = room.at(claim.place());
        if (room.standing().door().locked() && (taken == null || !taken.isHeld())) {
            return CompletableFuture.completedFuture(new Outcome.Locked());
        }
        if (taken != null && taken.isHeld() && !room.entrance().isSilent(taken)) {
            return admission.blocking(() -> negotiation.over(room, taken, claim, form));
        }
        long replaces = taken != null && taken.isHeld() ? taken.id() : negotiation.replacedBy(room, form);
        return admission.admit(
                room,
                claim,
                replaces,
                () -> taken == null
                        ? claim(room, numbered(room, claim), form, 1)
                        : admission.blocking(() -> negotiation.over(room, taken, claim, form)));
    }

    private CompletionStage<Outcome> claim(Room room, SeatClaim claim, SeatForm form, int tried) {
        return intake.claim(claim).thenCompose(claimed -> {
            var seat = claimed.getFirst().seat();
            if (seat == null) {
                return CompletableFuture.completedFuture(new Outcome.NotInSession());
            }
            room.put(seat);
            boolean mine = seat.key().equals(claim.key());
            if (mine
                    && seat.takenAt().equals(Keys.instant(Keys.utc(claim.at())))
                    && (form.holds().isEmpty() || negotiation.holds(room, form).isEmpty())) {
                var token = tokens.sign(seat.token(room.session()));
                return CompletableFuture.completedFuture(
                        new Outcome.Seated(seat, token, SeatRows.SeatProgress.NOTHING));
            }
            if (!mine && form.visitor() != null && form.card() == null && tried < TRIES) {
                var next = Seat.Place.ofVisitor(form.visitor(), room.nextVisitorNumber());
                return claim(room, new SeatClaim(claim.session(), next, claim.key(), claim.at()), form, tried + 1);
            }
            return admission.blocking(() -> negotiation.over(room, seat, claim, form));
        });
    }

    /** A visitor has a number from when they may come in, so that those who wait use up none. */
    private static SeatClaim numbered(Room room, SeatClaim claim) {
        var visitor = claim.place().visitor();
        return visitor == null
                ? claim
                : new SeatClaim(
                        claim.session(),
                        Seat.Place.ofVisitor(visitor, room.nextVisitorNumber()),
                        claim.key(),
                        claim.at());
    }

    private static Seat.@Nullable Place placeOf(Room room, SeatForm form) {
        if (form.card() == null) {
            var visitor = form.visitor();
            if (visitor == null || !(visitor.equals("class") || visitor.equals("guest"))) {
                return null;
            }
            return Seat.Place.ofVisitor(visitor, NOT_NUMBERED);
        }
        var ofClass = room.ofClass(String.valueOf(form.classId()));
        if (ofClass == null || ofClass.card(form.card()) == null) {
            return null;
        }
        return Seat.Place.ofCard(ofClass.id(), form.card());
    }
}
