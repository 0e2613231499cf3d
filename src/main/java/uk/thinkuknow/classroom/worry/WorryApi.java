package uk.thinkuknow.classroom.worry;

import com.fasterxml.jackson.databind.ObjectReader;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.thinkuknow.classroom.join.ChildCalls;
import uk.thinkuknow.web.Importance;
import uk.thinkuknow.web.PathTraits;

/** The API of the worry box for children's pages: whether a worry can be sent now, and sending it. */
@Path("/api/worry")
@PathTraits(importance = Importance.ANSWER)
@PermitAll
@NonBlocking
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Classroom")
class WorryApi {
    static final int WORDS_AT_MOST = 2000;
    private static final ObjectReader FORM = ChildCalls.readerFor(WorryForm.class);
    private static final int BYTES_AT_MOST = 16 * 1024;

    private final ChildCalls calls;
    private final WorryIntake intake;

    WorryApi(ChildCalls calls, WorryIntake intake) {
        this.calls = calls;
        this.intake = intake;
    }

    @GET
    @Operation(summary = "Can a worry be sent from this seat now? Asked before the child is shown a field")
    @APIResponse(responseCode = "200", description = "Somebody can receive it")
    @APIResponse(responseCode = "401", description = "There is no such seat")
    @APIResponse(responseCode = "410", description = "More than 60 minutes after the end of the session")
    @APIResponse(
            responseCode = "429",
            description =
                    "why: 'enough', 5 from this device at this seat; 'many', another check of the seat still runs")
    @APIResponse(responseCode = "503", description = "why: 'nobody' at the school can receive it, or 'not-now'")
    public CompletionStage<Response> open(@Context HttpServerRequest request) {
        return calls.answer(
                request,
                () -> calls.seat(calls.tokenIn(request))
                        .thenCompose(intake::check)
                        .thenApply(checked -> ChildCalls.json(200, Map.of())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sends a worry to the safeguarding lead and deputy of the seat's school, and to nobody else")
    @RequestBody(content = @Content(schema = @Schema(implementation = WorryForm.class)))
    @APIResponse(
            responseCode = "201",
            description = "The words and the alert are committed together; the same key gets the same answer")
    @APIResponse(responseCode = "400", description = "The body is not the JSON described, or the key is no UUID")
    @APIResponse(responseCode = "401", description = "There is no such seat")
    @APIResponse(responseCode = "403", description = "Sent by another site's page")
    @APIResponse(responseCode = "410", description = "More than 60 minutes after the end of the session")
    @APIResponse(responseCode = "413", description = "More than 16 kB")
    @APIResponse(responseCode = "415", description = "The content type is not application/json")
    @APIResponse(responseCode = "422", description = "why: 'empty', 'too-long', or 'mine' is missing")
    @APIResponse(
            responseCode = "429",
            description =
                    "why: 'enough', 5 from this device at this seat; 'many', too many in a minute, or another of the seat is still being stored: try again")
    @APIResponse(
            responseCode = "503",
            description = "Nothing is stored. why: 'nobody' at the school can receive it, or 'not-now': not within 3 s")
    public CompletionStage<Response> send(byte[] body, @Context HttpServerRequest request) {
        return calls.answer(request, () -> {
            WorryForm form = ChildCalls.read(FORM, body, BYTES_AT_MOST);
            var key = ChildCalls.key(form.key());
            return calls.seat(form.seat())
                    .thenCompose(seat -> intake.put(new WorryIntake.SentWorry(
                            seat, key, calls.deviceOf(seat, request), wordsOf(form), mineOf(form))))
                    .thenApply(stored -> ChildCalls.json(201, Map.of("key", key.toString())));
        });
    }

    private static String wordsOf(WorryForm form) {
        var words = form.words() == null ? "" : form.words().strip();
        if (words.isEmpty()) {
            throw ChildCalls.refusal(422, "empty");
        }
        if (words.length() > WORDS_AT_MOST) {
            throw ChildCalls.refusal(422, "too-long");
        }
        return words;
    }

    private static boolean mineOf(WorryForm form) {
        var mine = form.mine();
        if (mine == null) {
            throw ChildCalls.refusal(422, "mine");
        }
        return mine;
    }
}
