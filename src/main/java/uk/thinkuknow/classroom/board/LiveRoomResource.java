package uk.thinkuknow.classroom.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.LiveQuestion;
import uk.thinkuknow.classroom.session.SessionState;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.Role;

/**
 * Shows the live room, the teacher's page of a running session: with devices each card and how far it has come, without
 * devices links to the steps on the wall. If the session is over, it redirects to the register.
 */
@Path("/sessions")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
@Produces(MediaType.TEXT_HTML)
class LiveRoomResource {
    private final CurriculumService curriculum;
    private final LiveRooms rooms;

    LiveRoomResource(CurriculumService curriculum, LiveRooms rooms) {
        this.curriculum = curriculum;
        this.rooms = rooms;
    }

    /** The live room of a class with devices. */
    @CheckedTemplate(basePath = "classroom/board", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LiveRoomPage(
            RoomTitle head,
            LiveRooms.Devices devices,
            List<LiveStep> steps,
            List<LiveQuestion> questions,
            boolean hidden)
            implements TemplateInstance {}

    /** The live room of a class without devices: the steps with the teacher's notes and links to the wall. */
    @CheckedTemplate(basePath = "classroom/board", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProjectorRoomPage(RoomTitle head, List<LiveStep> steps) implements TemplateInstance {}

    /**
     * The page of a session.
     *
     * @param add "class" to show the classes that could join
     */
    @GET
    @Path("{id}")
    public Response room(
            @RestPath String id,
            @RestQuery @Nullable String add,
            @RestCookie("hide-right-and-wrong") @Nullable String hide) {
        boolean hidden = hide != null;
        var shown = rooms.of(new PublicId(id), hidden, "class".equals(add));
        var session = shown.session();
        if (session.state() != SessionState.RUNNING) {
            return Response.seeOther(URI.create("/sessions/" + session.publicId() + "/register"))
                    .build();
        }
        var lesson = curriculum.version(session.moduleVersionId()).lesson();
        var steps = LiveStep.of(lesson);
        var devices = shown.devices();
        return Response.ok(
                        devices == null
                                ? new ProjectorRoomPage(shown.head(), steps)
                                : new LiveRoomPage(shown.head(), devices, steps, LiveQuestion.of(lesson), hidden))
                .build();
    }
}
