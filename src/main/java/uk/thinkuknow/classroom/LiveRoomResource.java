package uk.thinkuknow.classroom;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.CurriculumService;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.Role;
import uk.thinkuknow.session.SessionService;
import uk.thinkuknow.session.SessionState;
import uk.thinkuknow.shared.PublicId;

/** The teacher's screen of a running session: every card of the class and how far it has come. */
@Path("/sessions")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
@Produces(MediaType.TEXT_HTML)
class LiveRoomResource {
    private final SessionService sessions;
    private final PeopleService people;
    private final CurriculumService curriculum;
    private final LiveTiles tiles;
    private final RoomHeads heads;
    private final WhoSawIt saw;

    LiveRoomResource(
            SessionService sessions,
            PeopleService people,
            CurriculumService curriculum,
            LiveTiles tiles,
            RoomHeads heads,
            WhoSawIt saw) {
        this.sessions = sessions;
        this.people = people;
        this.curriculum = curriculum;
        this.tiles = tiles;
        this.heads = heads;
        this.saw = saw;
    }

    /** The room of a class with devices. */
    @CheckedTemplate(basePath = "classroom", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LiveRoomPage(
            RoomHead head,
            String code,
            LiveRoom room,
            List<LiveStep> steps,
            List<LiveQuestion> questions,
            boolean hidden,
            List<RoomHead> others,
            Map<String, String> saw)
            implements TemplateInstance {}

    /** The room of a class without devices: the lesson is on the projector, the heads go into the register. */
    @CheckedTemplate(basePath = "classroom", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProjectorRoomPage(RoomHead head, List<LiveStep> steps) implements TemplateInstance {}

    @GET
    @Path("{id}")
    public Response room(@RestPath String id, @RestCookie("hide-right-and-wrong") @Nullable String hide)
            throws SQLException {
        var me = people.me();
        var session = sessions.session(me, new PublicId(id));
        if (session.state() != SessionState.RUNNING) {
            return Response.seeOther(URI.create("/sessions/" + session.publicId() + "/register"))
                    .build();
        }
        var lesson = curriculum.version(session.moduleVersionId()).lesson();
        var head = heads.of(session);
        var steps = LiveStep.of(lesson);
        return Response.ok(
                        session.devices()
                                ? new LiveRoomPage(
                                        head,
                                        tiles.code(session),
                                        tiles.of(session, hide != null),
                                        steps,
                                        LiveQuestion.of(lesson),
                                        hide != null,
                                        heads.others(me, session),
                                        saw.cards(session.id()))
                                : new ProjectorRoomPage(head, steps))
                .build();
    }
}
