package uk.thinkuknow.classroom.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;

/**
 * Takes the teacher's acts on a whole room: pause it, lead it to a step, show an answer, lock it, let children share
 * tablets.
 */
@Path("/sessions/{id}")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
class RoomActsResource {
    private final RoomActs acts;
    private final TeacherRoom teacher;
    private final ClassroomService classroom;

    RoomActsResource(RoomActs acts, TeacherRoom teacher, ClassroomService classroom) {
        this.acts = acts;
        this.teacher = teacher;
        this.classroom = classroom;
    }

    @POST
    @Path("pause")
    public Response pause(
            @RestPath String id,
            @RestForm @Nullable String paused,
            @RestForm @Nullable String back,
            @RestHeader("X-Requested-With") @Nullable String script) {
        var session = teacher.running(id);
        acts.pause(session.id(), "yes".equals(paused));
        return teacher.done(session, back, script);
    }

    /** Leads the class to a step; without a step, lets each child go at their own pace. */
    @POST
    @Path("go-to")
    public Response lead(
            @RestPath String id,
            @RestForm @Nullable String step,
            @RestForm @Nullable String back,
            @RestHeader("X-Requested-With") @Nullable String script) {
        var session = teacher.running(id);
        acts.lead(session.id(), step == null || step.isEmpty() ? null : step);
        return teacher.done(session, back, script);
    }

    @POST
    @Path("show-answer")
    public Response reveal(
            @RestPath String id,
            @RestForm String step,
            @RestForm @Nullable String back,
            @RestHeader("X-Requested-With") @Nullable String script) {
        var session = teacher.running(id);
        acts.reveal(session.id(), step);
        return teacher.done(session, back, script);
    }

    @POST
    @Path("lock")
    public Response lock(
            @RestPath String id,
            @RestForm @Nullable String locked,
            @RestForm @Nullable String back,
            @RestHeader("X-Requested-With") @Nullable String script) {
        var session = teacher.running(id);
        boolean shut = "yes".equals(locked);
        acts.lock(session.id(), shut);
        teacher.note(session, Words.of(shut ? "board.actShut" : "board.actOpened"), "");
        return teacher.done(session, back, script);
    }

    /** Sharing may also be set once the session has ended. */
    @POST
    @Path("sharing")
    public Response share(@RestPath String id, @RestForm @Nullable String sharing) {
        var session = teacher.of(id);
        boolean may = "yes".equals(sharing);
        classroom.share(session.id(), may);
        teacher.note(session, Words.of(may ? "board.actShare" : "board.actNoShare"), "");
        return teacher.done(session, null, null);
    }
}
