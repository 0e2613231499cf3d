package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.DeviceTags;
import uk.thinkuknow.classroom.room.Json;
import uk.thinkuknow.classroom.room.NoSuchSeat;
import uk.thinkuknow.classroom.room.RoomClass;
import uk.thinkuknow.classroom.room.SeatLookup;
import uk.thinkuknow.classroom.room.SeatLookup.FoundSeat;

/**
 * Does what all calls of children's pages share: checks that no other site's page sent the call, reads the body as a
 * form, finds the seat, and turns failures into answers.
 */
@Singleton
public class ChildCalls {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final SeatLookup seats;
    private final DeviceTags devices;
    private final String origin;
    private final boolean https;

    /** Name of the session cookie that holds the seat's token until the browser is closed. */
    private final String cookie;

    ChildCalls(SeatLookup seats, DeviceTags devices, @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.seats = seats;
        this.devices = devices;
        origin = address.getScheme() + "://" + address.getAuthority();
        https = "https".equals(address.getScheme());
        cookie = https ? "__Host-seat" : "seat";
    }

    /** Runs a call sent by one of our pages; the answer is 403 if another site's page sent it. */
    public CompletionStage<Response> answer(HttpServerRequest request, Supplier<CompletionStage<Response>> call) {
        try {
            requireOurPage(request);
            return call.get().exceptionally(ChildCalls::failed);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(failed(e));
        }
    }

    /**
     * Checks which page sent the call, as browsers say in headers; children's calls carry no CSRF token. Older versions
     * of Safari do not send these headers, so only a wrong value is refused.
     *
     * @throws ApiRefusal 403 if another site's page sent the call
     */
    void requireOurPage(HttpServerRequest request) {
        var headers = request.headers();
        var from = headers.get("Origin");
        var site = headers.get("Sec-Fetch-Site");
        if ((from != null && !isOurs(from, headers.get("Host"))) || (site != null && !site.equals("same-origin"))) {
            throw new ApiRefusal(403, "not-our-page");
        }
    }

    /** Over plain HTTP, on loopback, the machine has several names, so the Host of the request counts as ours too. */
    private boolean isOurs(String from, @Nullable String host) {
        return from.equals(origin) || (!https && from.equals("http://" + host));
    }

    /** A JSON reader for a form, which ignores unknown fields. */
    public static ObjectReader readerFor(Class<?> form) {
        return JSON.readerFor(form);
    }

    /**
     * Reads a body as a form.
     *
     * @param limit longest body in bytes
     * @throws ApiRefusal 413 if the body is longer, 400 if it is not the form
     */
    public static <T> T read(ObjectReader reader, byte[] body, int limit) {
        if (body.length > limit) {
            throw new ApiRefusal(413, "too-long");
        }
        try {
            T form = reader.readValue(body);
            if (form == null) {
                throw new ApiRefusal(400, "not-readable");
            }
            return form;
        } catch (IOException e) {
            throw new ApiRefusal(400, "not-readable");
        }
    }

    /**
     * Reads the idempotency key that a device made.
     *
     * @throws ApiRefusal 400 if it is not a UUID
     */
    public static UUID key(@Nullable String text) {
        try {
            if (text != null && text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            throw new ApiRefusal(400, "not-a-key");
        }
        throw new ApiRefusal(400, "not-a-key");
    }

    /** The seat token of a request: from the header Seat, otherwise from the cookie; null if it has neither. */
    public @Nullable String tokenIn(HttpServerRequest request) {
        var header = request.getHeader("Seat");
        return header != null ? header : cookieIn(request);
    }

    private @Nullable String cookieIn(HttpServerRequest request) {
        var kept = request.getCookie(cookie);
        return kept == null ? null : kept.getValue();
    }

    /** Returns whether the request's cookie holds this token. */
    boolean isCookieOf(String token, HttpServerRequest request) {
        return token.equals(cookieIn(request));
    }

    /** The Set-Cookie value that stores a seat's token. */
    String cookieOf(String token) {
        return cookie + "=" + token + "; Path=/; HttpOnly; SameSite=Lax" + (https ? "; Secure" : "");
    }

    /** The Set-Cookie value that deletes the cookie. */
    String expiredCookie() {
        return cookieOf("") + "; Max-Age=0";
    }

    /** The seat of a token; fails with {@link NoSuchSeat} if there is none or midnight in London has passed. */
    CompletionStage<FoundSeat> findSeat(@Nullable String token) {
        return seats.find(token);
    }

    /**
     * The seat of a token, even if another device has it now. The call is answered 401 if there is no such seat, and
     * 410 after midnight in London.
     */
    public CompletionStage<ChildSeat> seat(@Nullable String token) {
        return seats.find(token).thenApply(found -> {
            var room = found.room();
            var seat = room.seat(found.token().seat());
            if (seat == null) {
                throw new NoSuchSeat(false);
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
                    room.nameOf(place),
                    found.token().generation(),
                    found.moved());
        });
    }

    /**
     * The keyed hash of the device that sent a call from a seat. Visitors from one network count as one device, because
     * one device can be many visitors; a card has one device at a time, and all that have lost it count as another.
     */
    public byte[] deviceOf(ChildSeat seat, HttpServerRequest request) {
        return seat.card() != null
                ? devices.ofSeat(seat.sessionId(), seat.seatId(), seat.ended())
                : devices.ofNetwork(seat.sessionId(), JoinCodeLookup.network(JoinCodeLookup.addressOf(request)));
    }

    /** A JSON answer that must not be cached. */
    public static Response json(int status, Object body) {
        return ApiResponse.json(status, Json.bytes(body), "Cache-Control", "no-store")
                .toResponse();
    }

    /** The answer to a failed call. */
    static Response failed(Throwable failure) {
        return ApiResponse.of(failure).toResponse();
    }

    /** An exception that refuses a call with a status and a code that says why. */
    public static RuntimeException refusal(int status, String why) {
        return new ApiRefusal(status, why);
    }

    /** Returns whether this exception is a deliberate refusal and not a failure. */
    public static boolean isRefusal(Throwable thrown) {
        return thrown instanceof ApiRefusal;
    }
}
