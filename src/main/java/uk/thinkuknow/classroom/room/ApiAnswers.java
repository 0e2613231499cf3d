package uk.thinkuknow.classroom.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.logging.Log;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Reads and writes the JSON of the classroom API, and turns what went wrong into the statuses it names. */
public final class ApiAnswers {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectWriter WRITER = JSON.writer();
    /** With its character set, or each answer would work it out again. */
    private static final MediaType JSON_TYPE = new MediaType("application", "json", "UTF-8");

    private ApiAnswers() {}

    public static ObjectReader readerFor(Class<?> form) {
        return JSON.readerFor(form);
    }

    /** @throws ApiRefusal 413 above the limit, 400 for anything that is not the form */
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

    public static byte[] bytes(Object value) {
        try {
            return WRITER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Response.ResponseBuilder json(int status, byte[] body) {
        return Response.status(status).entity(body).type(JSON_TYPE);
    }

    static Response ok(Object body) {
        return json(200, bytes(body)).build();
    }

    /** What a call is answered when it did not come to its end. */
    public static Response of(Throwable failure) {
        return switch (failure instanceof CompletionException e && e.getCause() != null ? e.getCause() : failure) {
            case ApiRefusal refusal -> json(refusal.status(), why(refusal)).build();
            case TooManyLookUps tooMany ->
                json(429, bytes(Map.of("why", "busy"))).header("Retry-After", 3).build();
            case NotStored notStored -> unavailable();
            case SQLException database -> unavailable();
            case Throwable unexpected -> {
                Log.error("a call of the classroom API failed", unexpected);
                yield json(500, bytes(Map.of("why", "unexpected"))).build();
            }
        };
    }

    private static Response unavailable() {
        return json(503, bytes(Map.of("why", "busy"))).header("Retry-After", 2).build();
    }

    private static byte[] why(ApiRefusal refusal) {
        return refusal.why() == null ? bytes(Map.of()) : bytes(Map.of("why", refusal.why()));
    }
}
