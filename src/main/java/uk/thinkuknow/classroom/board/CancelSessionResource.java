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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.Cancellation;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.classroom.session.SessionState;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.TextFields;
import uk.thinkuknow.web.names.AsksAboutNames;

/**
 * Lets a teacher or trainer cancel a session that was started by mistake. Its page says what cancelling does and,
 * afterwards, who cancelled the session and why.
 */
@Path("/sessions/{id}")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = "why")
@AsksAboutNames("why")
class CancelSessionResource {
    private final SessionService sessions;
    private final ClassroomService classroom;
    private final CurriculumService curriculum;
    private final PeopleService people;
    private final Flash flash;

    CancelSessionResource(
            SessionService sessions,
            ClassroomService classroom,
            CurriculumService curriculum,
            PeopleService people,
            Flash flash) {
        this.sessions = sessions;
        this.classroom = classroom;
        this.curriculum = curriculum;
        this.people = people;
        this.flash = flash;
    }

    /**
     * The page about cancelling a session.
     *
     * @param joined number of seats taken
     * @param begun number of these seats that have seen a step
     * @param done who cancelled it and why; null if it is not cancelled
     */
    @CheckedTemplate(basePath = "classroom/board", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MistakePage(
            SessionToCancel session,
            int joined,
            int begun,
            @Nullable CancelledBy done,
            String why,
            @Nullable String problem)
            implements TemplateInstance {}

    /** The session to cancel. */
    record SessionToCancel(String id, String classes, String lesson, String when, boolean running, boolean devices) {}

    /** Who cancelled the session, why and when. */
    record CancelledBy(String by, String why, String when) {
        static CancelledBy of(Cancellation cancelled) {
            return new CancelledBy(cancelled.by(), cancelled.why(), London.inWords(cancelled.at()));
        }
    }

    @GET
    @Path("/mistake")
    public TemplateInstance show(@RestPath String id) {
        return page(people.me(), new PublicId(id), "", null);
    }

    @POST
    @Path("/cancel")
    public Response cancel(@RestPath String id, @RestForm @Nullable String why) {
        var me = people.me();
        var session = new PublicId(id);
        var reason = why == null ? "" : why.strip();
        try {
            sessions.cancel(me, session, reason);
        } catch (Refused e) {
            return Response.status(422)
                    .entity(page(me, session, reason, e.why()))
                    .build();
        }
        return flash.seeOther("/staff", Words.of("board.lessonCancelled"));
    }

    private MistakePage page(StaffMember me, PublicId id, String why, @Nullable String problem) {
        var session = sessions.session(me, id);
        var seats = classroom.activity(session.id());
        return new MistakePage(
                what(session),
                seats.size(),
                (int) seats.stream().filter(seat -> seat.stepsSeen() > 0).count(),
                sessions.cancelled(me, id).map(CancelledBy::of).orElse(null),
                why,
                problem);
    }

    private SessionToCancel what(SessionFacts session) {
        return new SessionToCancel(
                session.publicId().value(),
                session.classNames(),
                curriculum.version(session.moduleVersionId()).lesson().title(),
                London.inWords(session.startedAt()),
                session.state() == SessionState.RUNNING,
                session.devices());
    }
}
