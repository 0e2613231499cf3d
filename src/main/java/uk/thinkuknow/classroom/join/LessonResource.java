package uk.thinkuknow.classroom.join;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The lesson as one page, the same for all children of a version, for whoever has a seat. */
@Path("/lesson")
@PermitAll
@NonBlocking
@Tag(name = "Classroom")
class LessonResource {
    private final LessonCalls calls;

    LessonResource(LessonCalls calls) {
        this.calls = calls;
    }

    @GET
    @Operation(
            summary = "The lesson as one page",
            description = "With the header Seat or the cookie of a seat. Kept rendered and compressed; the ETag is the"
                    + " hash of its content.")
    @Parameter(
            name = "language",
            in = ParameterIn.QUERY,
            description = "en or cy; without it, or where it is not offered, the language of the session")
    @APIResponse(
            responseCode = "200",
            description = "Every step, question and feedback, so that it goes on without a network")
    @APIResponse(responseCode = "303", description = "Without a seat: to the join page")
    @APIResponse(responseCode = "304", description = "The page is the one the browser has")
    @APIResponse(responseCode = "503", description = "The database cannot be asked at the moment; see Retry-After")
    public CompletionStage<Response> lesson(@Context HttpServerRequest request) {
        return calls.page(request);
    }
}
