package uk.thinkuknow.classroom;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.zip.CRC32;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.Role;
import uk.thinkuknow.session.SessionService;
import uk.thinkuknow.shared.PublicId;
import uk.thinkuknow.web.Gzip;

/** How far each card has come, as the teacher's live room asks for it every two seconds. */
@Path("/sessions/{id}/progress")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
class LiveRoomApi {
    private final ClassroomService classroom;
    private final SessionService sessions;
    private final PeopleService people;

    LiveRoomApi(ClassroomService classroom, SessionService sessions, PeopleService people) {
        this.classroom = classroom;
        this.sessions = sessions;
        this.people = people;
    }

    /** The same as {@link RoomProgress}, compressed; 304 while nothing has changed. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response progress(
            @RestPath String id,
            @RestHeader("If-None-Match") @Nullable String known,
            @RestHeader("Accept-Encoding") @Nullable String accepts,
            @Context HttpServerRequest request) {
        var session = sessions.session(people.me(), new PublicId(id));
        var body = ApiAnswers.bytes(classroom.progress(session.id()));
        classroom.teacherIsAt(Lookups.addressOf(request), session.id());
        var tag = tagOf(body);
        if (tag.equals(known)) {
            return Response.status(304).header("ETag", tag).build();
        }
        boolean compressed = accepts != null && accepts.contains("gzip");
        var response = ApiAnswers.json(200, compressed ? Gzip.of(body) : body)
                .header("ETag", tag)
                .header("Vary", "Accept-Encoding");
        return (compressed ? response.header("Content-Encoding", "gzip") : response).build();
    }

    private static String tagOf(byte[] body) {
        var sum = new CRC32();
        sum.update(body);
        return "\"" + Long.toHexString(sum.getValue()) + "-" + body.length + "\"";
    }
}
