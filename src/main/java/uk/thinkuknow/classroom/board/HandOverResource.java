package uk.thinkuknow.classroom.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.RestPath;
import uk.thinkuknow.identity.staff.Role;

/** The teacher's word on a second device that asks for a card. */
@Path("/sessions/{id}/seats/{seat}")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
class HandOverResource {
    private final ClassroomService classroom;
    private final HerRoom her;

    HandOverResource(ClassroomService classroom, HerRoom her) {
        this.classroom = classroom;
        this.her = her;
    }

    @POST
    @Path("let-through")
    public Response letThrough(@RestPath String id, @RestPath String seat) {
        return answer(id, seat, classroom::letThrough);
    }

    @POST
    @Path("refuse")
    public Response refuse(@RestPath String id, @RestPath String seat) {
        return answer(id, seat, classroom::refuse);
    }

    private Response answer(String id, String seat, BiConsumer<Long, Long> word) {
        var session = her.of(id);
        if (seat.matches("[0-9]{1,18}")) {
            word.accept(session.id(), Long.valueOf(seat));
        }
        return Response.seeOther(URI.create("/sessions/" + session.publicId())).build();
    }
}
