package uk.thinkuknow.classroom.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.identity.staff.Role;

/**
 * Shows the live rooms of two sessions on one page, for a teacher whose two bands sit in one classroom, and pauses both
 * at once.
 */
@Path("/sessions/{id}/with/{other}")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
@Produces(MediaType.TEXT_HTML)
class TwoRoomsResource {
    private final TeacherRoom teacher;
    private final RoomTitles heads;
    private final LiveTiles tiles;
    private final RoomActs acts;

    TwoRoomsResource(TeacherRoom teacher, RoomTitles heads, LiveTiles tiles, RoomActs acts) {
        this.teacher = teacher;
        this.heads = heads;
        this.tiles = tiles;
        this.acts = acts;
    }

    /**
     * The page with both live rooms.
     *
     * @param paused whether both are paused
     */
    @CheckedTemplate(basePath = "classroom/board", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TwoRoomsPage(List<Half> rooms, String first, String second, boolean paused, boolean hidden)
            implements TemplateInstance {}

    /**
     * One of the two live rooms.
     *
     * @param other id of the other session
     */
    record Half(RoomTitle head, String code, LiveRoom room, String other) {}

    @GET
    public TemplateInstance both(
            @RestPath String id, @RestPath String other, @RestCookie("hide-right-and-wrong") @Nullable String hide) {
        var rooms = List.of(half(id, other, hide != null), half(other, id, hide != null));
        boolean paused = rooms.stream().allMatch(one -> one.room().stands().paused());
        return new TwoRoomsPage(rooms, id, other, paused, hide != null);
    }

    @POST
    @Path("pause")
    public Response pause(
            @RestPath String id,
            @RestPath String other,
            @RestForm @Nullable String paused,
            @RestHeader("X-Requested-With") @Nullable String script) {
        var rooms = List.of(running(id), running(other));
        for (var room : rooms) {
            acts.pause(room.id(), "yes".equals(paused));
            teacher.done(room, null, null);
        }
        return teacher.done(rooms.getFirst(), other, script);
    }

    private Half half(String id, String other, boolean hidden) {
        var session = running(id);
        return new Half(heads.of(session), tiles.code(session), tiles.of(session, hidden), other);
    }

    private SessionFacts running(String id) {
        var session = teacher.running(id);
        if (!session.devices()) {
            throw new NotFound();
        }
        return session;
    }
}
