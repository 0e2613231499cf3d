package uk.thinkuknow.classroom.board;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.join.JoinCodeLookup;
import uk.thinkuknow.classroom.player.RoomDifference;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Gzip;

/** Sends the progress of each card to the teacher's live room, by a stream or by polling. */
@Path("/sessions/{id}/progress")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
class LiveRoomApi {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    /** The screen then opens a new stream, which checks the sign-in again. */
    private static final Duration STREAM = Duration.ofSeconds(90);

    private final ClassroomService classroom;
    private final LiveFeed feed;
    private final JoinCodeLookup joinCodeLookup;
    private final TeacherRoom teacher;

    LiveRoomApi(ClassroomService classroom, LiveFeed feed, JoinCodeLookup joinCodeLookup, TeacherRoom teacher) {
        this.classroom = classroom;
        this.feed = feed;
        this.joinCodeLookup = joinCodeLookup;
        this.teacher = teacher;
    }

    /**
     * {@link RoomProgress} as JSON, compressed; 304 if nothing has changed.
     *
     * @param wait whether to wait up to 20 seconds for a change before answering 304
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    @Blocking
    public Uni<Response> progress(
            @RestPath String id,
            @RestQuery boolean wait,
            @RestHeader("If-None-Match") @Nullable String known,
            @RestHeader("Accept-Encoding") @Nullable String accepts,
            @Context HttpServerRequest request) {
        var session = watched(id, request);
        if (!wait) {
            return Uni.createFrom()
                    .item(answer(LiveFeed.Snapshot.of(classroom.progress(session.id())), known, accepts));
        }
        return feed.of(session.id(), false)
                .select()
                .where(shown -> !shown.tag().equals(known))
                .toUni()
                .onItem()
                .transform(shown -> answer(shown, known, accepts))
                .ifNoItem()
                .after(LONGEST_WAIT)
                .recoverWithItem(() -> unchanged(known));
    }

    /**
     * The progress at each change, within a second; the stream ends after 90 seconds.
     *
     * @param changes whether to send {@link RoomDifference} after the first time; pages of versions before 1.5.0 do not ask
     *     for it
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    @Blocking
    public Multi<String> stream(@RestPath String id, @RestQuery boolean changes, @Context HttpServerRequest request) {
        var session = watched(id, request);
        return feed.of(session.id(), changes)
                .map(shown -> new String(shown.json(), StandardCharsets.UTF_8))
                .select()
                .first(STREAM);
    }

    private SessionFacts watched(String id, HttpServerRequest request) {
        var session = teacher.of(id);
        joinCodeLookup.recordTeacher(JoinCodeLookup.addressOf(request), session.id());
        return session;
    }

    private static Response answer(LiveFeed.Snapshot shown, @Nullable String known, @Nullable String accepts) {
        if (shown.tag().equals(known)) {
            return unchanged(known);
        }
        boolean compressed = accepts != null && accepts.contains("gzip");
        var response = Response.ok(compressed ? Gzip.of(shown.json()) : shown.json(), "application/json;charset=UTF-8")
                .header("ETag", shown.tag())
                .header("Vary", "Accept-Encoding");
        return (compressed ? response.header("Content-Encoding", "gzip") : response).build();
    }

    private static Response unchanged(@Nullable String known) {
        return Response.status(304).header("ETag", known).build();
    }
}
