package uk.thinkuknow.classroom.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;

/**
 * Takes the teacher's acts on one card: free it, move its child to another card, or answer a second device that asks
 * for it.
 */
@Path("/sessions/{id}")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
class SeatActsResource {
    private final SeatActs acts;
    private final TeacherRoom teacher;
    private final ClassroomService classroom;
    private final Flash flash;

    SeatActsResource(SeatActs acts, TeacherRoom teacher, ClassroomService classroom, Flash flash) {
        this.acts = acts;
        this.teacher = teacher;
        this.classroom = classroom;
        this.flash = flash;
    }

    @POST
    @Path("card/free")
    public Response free(@RestPath String id, @RestForm String key) {
        var session = teacher.running(id);
        var name = acts.free(session.id(), key);
        teacher.note(session, Words.of("board.actFreed"), name);
        teacher.done(session, null, null);
        return flash.seeOther("/sessions/" + session.publicId(), Words.of("board.freed", name));
    }

    /**
     * Moves the child at a seat to another card.
     *
     * @param key "class/number" of the seat's card, or "v/number" of a visitor
     * @param to "class/number" of the other card
     */
    @POST
    @Path("card/move")
    public Response move(@RestPath String id, @RestForm String key, @RestForm @Nullable String to) {
        var session = teacher.running(id);
        return flash.seeOther("/sessions/" + session.publicId(), moved(session, key, to == null ? "" : to));
    }

    private String moved(SessionFacts session, String key, String to) {
        if (!to.matches("[^/]{1,20}/[0-9]{1,3}")) {
            return Words.of("board.nobodyMoved");
        }
        try {
            var moved = acts.move(session.id(), key, to.split("/")[0], Integer.parseInt(to.split("/")[1]));
            teacher.note(
                    session,
                    Words.of(moved.swapped() ? "board.actSwapped" : "board.actMoved"),
                    Words.of("board.movedTo", moved.from(), moved.to()));
            teacher.done(session, null, null);
            return Words.of(moved.swapped() ? "board.swapped" : "board.moved", moved.from(), moved.to());
        } catch (Refused e) {
            return e.why();
        }
    }

    @POST
    @Path("seats/{seat}/let-through")
    public Response letThrough(@RestPath String id, @RestPath String seat) {
        return answerDevice(id, seat, classroom::letThrough);
    }

    @POST
    @Path("seats/{seat}/refuse")
    public Response refuse(@RestPath String id, @RestPath String seat) {
        return answerDevice(id, seat, classroom::refuse);
    }

    private Response answerDevice(String id, String seat, BiConsumer<Long, Long> word) {
        var session = teacher.of(id);
        if (seat.matches("[0-9]{1,18}")) {
            word.accept(session.id(), Long.valueOf(seat));
        }
        return Response.seeOther(URI.create("/sessions/" + session.publicId())).build();
    }
}
