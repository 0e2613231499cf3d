package uk.thinkuknow.classroom.join;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import uk.thinkuknow.classroom.room.ApiAnswers;
import uk.thinkuknow.classroom.room.Room;
import uk.thinkuknow.classroom.room.Seat;
import uk.thinkuknow.classroom.room.SeatTokens;

/** Puts into words how it came out for a device that asked for a seat. */
@Singleton
public class SeatAnswers {
    private static final int ASK_AGAIN_SECONDS = 3;

    private final SeatTokens tokens;
    private final SeatCookie cookie;

    SeatAnswers(SeatTokens tokens, SeatCookie cookie) {
        this.tokens = tokens;
        this.cookie = cookie;
    }

    Response of(Room room, Joining.Outcome outcome) {
        return switch (outcome) {
            case Joining.Outcome.Seated seated -> seated(room, seated);
            case Joining.Outcome.Occupied occupied -> conflict("taken");
            case Joining.Outcome.Refused refused -> conflict("refused");
            case Joining.Outcome.Asking asking ->
                ApiAnswers.json(202, ApiAnswers.bytes(Map.of("why", "asking")))
                        .header("Retry-After", ASK_AGAIN_SECONDS)
                        .build();
        };
    }

    private Response seated(Room room, Joining.Outcome.Seated seated) {
        var seat = seated.seat();
        var token = tokens.sign(seat.token(room.session()));
        var reached = seated.reached().step();
        var body = new SeatTaken(
                token,
                seat.place().card(),
                nameOf(room, seat.place()),
                "/lesson",
                reached == null ? room.lesson().first() : reached,
                seated.reached().done());
        return ApiAnswers.json(201, ApiAnswers.bytes(body))
                .header("Set-Cookie", cookie.of(token))
                .build();
    }

    /** The lesson is over for this device: its browser is to forget whatever seat it knows of. */
    Response forgotten() {
        return Response.noContent().header("Set-Cookie", cookie.gone()).build();
    }

    /** The device was handed over; the next child may have a seat on it by now, which its browser keeps. */
    Response left(String seat, HttpServerRequest request) {
        return cookie.isOf(seat, request) ? forgotten() : Response.noContent().build();
    }

    public static String nameOf(Room room, Seat.Place place) {
        if (place.card() == null) {
            return "Visitor " + place.visitorNumber();
        }
        for (var one : room.row().classes()) {
            var card = place.classId() != null && one.id() == place.classId() ? one.card(place.card()) : null;
            if (card != null) {
                return card.name();
            }
        }
        return "Card " + place.card();
    }

    private static Response conflict(String why) {
        return ApiAnswers.json(409, ApiAnswers.bytes(Map.of("why", why))).build();
    }
}
