package uk.thinkuknow.classroom.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import uk.thinkuknow.classroom.answers.HandCounts;
import uk.thinkuknow.classroom.player.LiveQuestion;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;

/**
 * Stores the counts that a teacher makes at the wall in a session without devices: the hands raised for an answer and,
 * at the end, the heads in each class.
 */
@Path("/sessions/{id}")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
class HandsResource {
    private final TeacherRoom teacher;
    private final HandCounts counts;
    private final CurriculumService curriculum;
    private final SessionService sessions;
    private final PeopleService people;

    HandsResource(
            TeacherRoom teacher,
            HandCounts counts,
            CurriculumService curriculum,
            SessionService sessions,
            PeopleService people) {
        this.teacher = teacher;
        this.counts = counts;
        this.curriculum = curriculum;
        this.sessions = sessions;
        this.people = people;
    }

    /** Stores the number of hands raised for an answer. */
    @POST
    @Path("hands")
    public Response hands(@RestPath String id, @RestForm String step, @RestForm String answer, @RestForm int hands) {
        var session = teacher.running(id);
        // With devices the children answer for themselves, and counted hands would count them twice.
        if (session.devices() || !asks(session, step, answer)) {
            throw new NotFound();
        }
        counts.storeHands(session.id(), step, answer, hands);
        return Response.noContent().build();
    }

    /**
     * Stores the heads of each class, ends the session and opens its register, which starts with them. A field that is
     * not a number of one to three digits is left out.
     */
    @POST
    @Path("heads")
    public Response heads(@RestPath String id, MultivaluedMap<String, String> fields) {
        var session = teacher.running(id);
        for (var one : session.classes()) {
            var typed = fields.getFirst("heads-" + one.classPublicId());
            if (typed != null && typed.strip().matches("[0-9]{1,3}")) {
                counts.storeHeads(session.id(), one.classId(), Integer.parseInt(typed.strip()));
            }
        }
        sessions.end(people.me(), session.publicId());
        return Response.seeOther(URI.create("/sessions/" + session.publicId() + "/register"))
                .build();
    }

    private boolean asks(SessionFacts session, String step, String answer) {
        var lesson = curriculum.version(session.moduleVersionId()).lesson();
        return LiveQuestion.of(lesson).stream()
                .filter(question -> question.key().equals(step))
                .flatMap(question -> question.hands().stream())
                .anyMatch(option -> option.key().equals(answer));
    }
}
