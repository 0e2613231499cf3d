package uk.thinkuknow.classroom.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.Role;

/** The teacher's word on whether children share tablets, while the lesson runs. */
@Path("/sessions/{id}/sharing")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
class SharingResource {
    private final ClassroomService classroom;
    private final HerRoom her;

    SharingResource(ClassroomService classroom, HerRoom her) {
        this.classroom = classroom;
        this.her = her;
    }

    @POST
    public Response share(@RestPath String id, @RestForm @Nullable String sharing) {
        var session = her.of(id);
        boolean may = "yes".equals(sharing);
        classroom.share(session.id(), may);
        her.note(session, may ? "let children share tablets" : "let no more children share tablets", "");
        return Response.seeOther(URI.create("/sessions/" + session.publicId())).build();
    }
}
