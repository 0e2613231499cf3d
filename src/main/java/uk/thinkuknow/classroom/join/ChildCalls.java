package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.ApiAnswers;
import uk.thinkuknow.classroom.room.ApiRefusal;
import uk.thinkuknow.classroom.room.RoomClass;
import uk.thinkuknow.classroom.room.SeatsAtHand;

/** The door for whatever else a child's page sends: whose page it is, which seat, and refusals as all calls word them. */
@Singleton
public class ChildCalls {
    private final OurPagesOnly ourPages;
    private final SeatsAtHand seats;
    private final SeatCookie cookie;

    ChildCalls(OurPagesOnly ourPages, SeatsAtHand seats, SeatCookie cookie) {
        this.ourPages = ourPages;
        this.seats = seats;
        this.cookie = cookie;
    }

    /** Answers a call that a page of ours has sent: 403 for another site's, and for what went wrong as everywhere. */
    public CompletionStage<Response> answer(HttpServerRequest request, Supplier<CompletionStage<Response>> call) {
        try {
            ourPages.require(request);
            return call.get().exceptionally(ApiAnswers::of);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(ApiAnswers.of(e));
        }
    }

    /** How bodies of a form are read. */
    public static ObjectReader readerFor(Class<?> form) {
        return ApiAnswers.readerFor(form);
    }

    /** Reads a body; fails with 413 above the limit in bytes and 400 for anything that is not the form. */
    public <T> T read(ObjectReader reader, byte[] body, int limit) {
        return ApiAnswers.read(reader, body, limit);
    }

    /** The token a request carries in its header or cookie. */
    public @Nullable String tokenIn(HttpServerRequest request) {
        return cookie.in(request);
    }

    /** The seat behind a token, also one that another device has taken over; fails with 401 and after midnight with 410. */
    public CompletionStage<ChildSeat> seat(@Nullable String token) {
        return seats.find(token).thenApply(found -> {
            var room = found.room();
            var seat = room.seat(found.token().seat());
            if (seat == null) {
                throw new ApiRefusal(401, null);
            }
            var place = seat.place();
            var group = room.row().classes().stream()
                    .filter(one -> place.classId() != null && one.id() == place.classId())
                    .findFirst();
            var number = place.card() == null ? 0 : place.card();
            var card = group.map(one -> one.card(number));
            return new ChildSeat(
                    room.session(),
                    seat.id(),
                    group.map(RoomClass::name).orElse(null),
                    card.map(RoomClass.RoomCard::picture).orElse(null),
                    number,
                    SeatAnswers.nameOf(room, place),
                    found.token().generation());
        });
    }

    /** An answer with a body, or without a seat's business in it. */
    public static Response json(int status, Object body) {
        return ApiAnswers.json(status, ApiAnswers.bytes(body))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** What a call fails with that is refused: a status and a word that says why. */
    public static RuntimeException refusal(int status, String why) {
        return new ApiRefusal(status, why);
    }

    /** Is this an answer to the child, and no failure? */
    public static boolean isRefusal(Throwable thrown) {
        return thrown instanceof ApiRefusal;
    }
}
