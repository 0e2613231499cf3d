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
import uk.thinkuknow.classroom.room.Json;
import uk.thinkuknow.classroom.room.NoSuchSeat;
import uk.thinkuknow.classroom.room.RoomClass;
import uk.thinkuknow.classroom.room.SeatsAtHand;
import uk.thinkuknow.classroom.room.SeatsAtHand.AtHand;

/** Checks which page sent a call, reads its body and finds its seat, for all calls of children's pages. */
@Singleton
public class ChildCalls {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final SeatsAtHand seats;
    private final String origin;
    private final boolean https;

    /** In which a browser keeps its seat until it is closed. */
    private final String cookie;

    ChildCalls(SeatsAtHand seats, @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.seats = seats;
        origin = address.getScheme() + "://" + address.getAuthority();
        https = "https".equals(address.getScheme());
        cookie = https ? "__Host-seat" : "seat";
    }

    /** Answers a call that a page of ours has sent: 403 for another site's, and for what went wrong as everywhere. */
    public CompletionStage<Response> answer(HttpServerRequest request, Supplier<CompletionStage<Response>> call) {
        try {
            requireOurPage(request);
            return call.get().exceptionally(ChildCalls::failed);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(failed(e));
        }
    }

    /**
     * Children's calls carry no CSRF token: instead a browser says which page sent them. An old Safari says less, so only what
     * is said and wrong is refused.
     *
     * @throws ApiRefusal 403 if another site's page sent this
     */
    void requireOurPage(HttpServerRequest request) {
        var headers = request.headers();
        var from = headers.get("Origin");
        var site = headers.get("Sec-Fetch-Site");
        if ((from != null && !isOurs(from, headers.get("Host"))) || (site != null && !site.equals("same-origin"))) {
            throw new ApiRefusal(403, "not-our-page");
        }
    }

    /** Over plain http, on loopback, the machine has more than one name: the page's own host is ours too. */
    private boolean isOurs(String from, @Nullable String host) {
        return from.equals(origin) || (!https && from.equals("http://" + host));
    }

    /** How bodies of a form are read. */
    public static ObjectReader readerFor(Class<?> form) {
        return JSON.readerFor(form);
    }

    /** Reads a body; fails with 413 above the limit in bytes and 400 for anything that is not the form. */
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

    /** Reads the key that a device made; fails with 400 for anything that is no UUID. */
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

    /** The token a request carries: in the header where there is one, else in the cookie. */
    public @Nullable String tokenIn(HttpServerRequest request) {
        var header = request.getHeader("Seat");
        return header != null ? header : cookieIn(request);
    }

    private @Nullable String cookieIn(HttpServerRequest request) {
        var kept = request.getCookie(cookie);
        return kept == null ? null : kept.getValue();
    }

    /** Is this the token in the cookie of a request? */
    boolean isCookieOf(String token, HttpServerRequest request) {
        return token.equals(cookieIn(request));
    }

    /** The cookie that keeps a seat, as its header says it. */
    String cookieOf(String token) {
        return cookie + "=" + token + "; Path=/; HttpOnly; SameSite=Lax" + (https ? "; Secure" : "");
    }

    /** Takes the cookie away. */
    String cookieGone() {
        return cookieOf("") + "; Max-Age=0";
    }

    /** The seat behind a token; fails with {@link NoSuchSeat}, also after midnight in London. */
    CompletionStage<AtHand> atHand(@Nullable String token) {
        return seats.find(token);
    }

    /** The seat behind a token, also one that another device has taken over; fails with 401 and after midnight with 410. */
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
                    found.token().generation());
        });
    }

    /** An answer with a body that nobody may keep. */
    public static Response json(int status, Object body) {
        return Answer.json(status, Json.bytes(body), "Cache-Control", "no-store")
                .toResponse();
    }

    /** What a call is answered that failed. */
    static Response failed(Throwable failure) {
        return Answer.of(failure).toResponse();
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
