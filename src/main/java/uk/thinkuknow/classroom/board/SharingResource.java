package uk.thinkuknow.classroom.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;

/** The teacher's word on whether children share tablets, while the lesson runs. */
@Path("/sessions/{id}/sharing")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
class SharingResource {
    private final ClassroomService classroom;
    private final SessionService sessions;
    private final PeopleService people;

    SharingResource(ClassroomService classroom, SessionService sessions, PeopleService people) {
        this.classroom = classroom;
        this.sessions = sessions;
        this.people = people;
    }

    @POST
    public Response share(@RestPath String id, @RestForm @Nullable String sharing) {
        var me = people.me();
        var session = sessions.session(me, new PublicId(id));
        boolean may = "yes".equals(sharing);
        classroom.share(session.id(), may);
        people.note(
                me.name(),
                may ? "let children share tablets" : "let no more children share tablets",
                "session " + session.publicId(),
                "");
        return Response.seeOther(URI.create("/sessions/" + session.publicId())).build();
    }
}
