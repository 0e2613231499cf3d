package uk.thinkuknow.classroom.join;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.Json;
import uk.thinkuknow.classroom.room.NoSuchSeat;
import uk.thinkuknow.classroom.room.NotStored;
import uk.thinkuknow.common.DatabaseErrors;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.UnexpectedErrors;

/**
 * The HTTP answer to a call of a child's page.
 *
 * @param type content type of the body; null if there is no body
 * @param headers alternating names and values
 */
record ApiResponse(int status, @Nullable CharSequence type, byte[] body, CharSequence... headers) {
    static final CharSequence HTML = HttpHeaders.createOptimized("text/html;charset=UTF-8");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json;charset=UTF-8");
    private static final byte[] NOTHING = {};

    static ApiResponse json(int status, byte[] body, CharSequence... headers) {
        return new ApiResponse(status, JSON, body, headers);
    }

    static ApiResponse error(int status, String why, CharSequence... headers) {
        return json(status, Json.bytes(Map.of("why", why)), headers);
    }

    static ApiResponse empty(int status, CharSequence... headers) {
        return new ApiResponse(status, null, NOTHING, headers);
    }

    /** The answer to a failed call. */
    static ApiResponse of(Throwable failure) {
        return switch (causeOf(failure)) {
            case ApiRefusal refusal -> error(refusal.status(), refusal.why());
            case NoSuchSeat none -> json(none.dayIsOver() ? 410 : 401, Json.bytes(Map.of()));
            case TooManyLookUps tooMany -> error(429, "busy", "Retry-After", "3");
            case NotStored notStored -> error(503, "busy", "Retry-After", "2");
            case Sql.Failed database when !DatabaseErrors.isFaulty(database) -> error(503, "busy", "Retry-After", "2");
            case Sql.Failed database -> unexpected(database, 503, "busy", "Retry-After", "2");
            case Throwable unexpected -> unexpected(unexpected, 500, "unexpected");
        };
    }

    /** Says nothing of the failure but a reference, by which the log is found. */
    private static ApiResponse unexpected(Throwable failure, int status, String why, CharSequence... headers) {
        var reference = UnexpectedErrors.log(failure);
        return json(status, Json.bytes(Map.of("why", why, "reference", reference.value())), headers);
    }

    static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException e && e.getCause() != null ? e.getCause() : failure;
    }

    void send(HttpServerResponse response) {
        response.setStatusCode(status);
        for (int i = 0; i < headers.length; i += 2) {
            response.headers().add(headers[i], headers[i + 1]);
        }
        if (type == null) {
            response.end();
        } else {
            response.headers().set(HttpHeaders.CONTENT_TYPE, type);
            response.end(Buffer.buffer(body));
        }
    }

    Response toResponse() {
        var response = Response.status(status);
        for (int i = 0; i < headers.length; i += 2) {
            response.header(headers[i].toString(), headers[i + 1]);
        }
        return type == null
                ? response.build()
                : response.entity(body).type(type.toString()).build();
    }
}
