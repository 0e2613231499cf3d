package uk.thinkuknow.classroom.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.SessionClasses;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;

/** Takes the teacher's acts on who is in a room: let waiting devices in, free every seat, add another class. */
@Path("/sessions/{id}")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
class DoorResource {
    private final DoorActs acts;
    private final SessionClasses classes;
    private final TeacherRoom teacher;
    private final Flash flash;

    DoorResource(DoorActs acts, SessionClasses classes, TeacherRoom teacher, Flash flash) {
        this.acts = acts;
        this.classes = classes;
        this.teacher = teacher;
        this.flash = flash;
    }

    @POST
    @Path("door/let-in")
    public Response letIn(
            @RestPath String id,
            @RestForm @Nullable String back,
            @RestHeader("X-Requested-With") @Nullable String script) {
        var session = teacher.running(id);
        int devices = acts.letIn(session.id());
        teacher.note(session, Words.of("board.actLetIn"), Words.of("board.devices", devices));
        return teacher.done(session, back, script);
    }

    @POST
    @Path("seats/free")
    public Response freeAll(@RestPath String id) {
        var session = teacher.running(id);
        int seats = acts.freeAll(session.id());
        teacher.note(session, Words.of("board.actFreedAll"), Words.of("board.seats", seats));
        teacher.done(session, null, null);
        return flash.seeOther("/sessions/" + session.publicId(), Words.of("board.allFreed", seats));
    }

    /**
     * Adds a class of the session's school to a session with devices.
     *
     * @param added the public id of the class
     */
    @POST
    @Path("classes/add")
    public Response add(@RestPath String id, @RestForm("class") @Nullable String added) {
        var session = teacher.running(id);
        if (!session.devices()) {
            throw new NotFound();
        }
        return flash.seeOther("/sessions/" + session.publicId(), added(session.id(), added == null ? "" : added));
    }

    private String added(long session, String added) {
        try {
            return Words.of("board.classAdded", classes.add(session, new PublicId(added)));
        } catch (Refused e) {
            return e.why();
        }
    }
}
