package uk.thinkuknow.classroom.board;

import io.nayuki.qrcodegen.QrCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.LessonPages;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionState;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.curriculum.lesson.TaughtLesson;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.QrCodePath;

/**
 * Shows the wall, the page that the class sees on the board: the join code and the cards present, then the steps of the
 * lesson one at a time, and its end.
 */
@Path("/sessions/{id}/projector")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
@Produces(MediaType.TEXT_HTML)
class ProjectorResource {
    private final TeacherRoom teacher;
    private final LessonPages lessons;
    private final LiveTiles tiles;
    private final ProjectorSteps steps;
    private final URI address;

    ProjectorResource(
            TeacherRoom teacher,
            LessonPages lessons,
            LiveTiles tiles,
            ProjectorSteps steps,
            @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.teacher = teacher;
        this.lessons = lessons;
        this.tiles = tiles;
        this.steps = steps;
        this.address = address;
    }

    /** The wall before the lesson: the join code and the cards present. */
    @CheckedTemplate(basePath = "classroom/board", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProjectorJoinPage(ProjectorSteps.Wall wall, String address, Board board, LiveRoom room)
            implements TemplateInstance {}

    /** The wall with the join codes of two sessions whose classes sit in one classroom. */
    @CheckedTemplate(basePath = "classroom/board", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProjectorTwoPage(ProjectorSteps.Wall wall, String address, List<Board> boards, String other)
            implements TemplateInstance {}

    /**
     * The join code of a session as the wall shows it.
     *
     * @param id of the session
     * @param signs the symbols of the code, with "-" in the middle
     * @param aloud the code as a screen reader spells it
     */
    record Board(String id, String classes, String lesson, List<String> signs, String aloud, QrCodePath qr) {}

    @GET
    public Response show(
            @RestPath String id,
            @RestQuery @Nullable Integer step,
            @RestQuery @Nullable String answer,
            @RestQuery @Nullable String with) {
        var session = teacher.of(id);
        var taught = taught(session);
        var lesson = taught.lesson();
        var wall = new ProjectorSteps.Wall(
                session.publicId().value(), lesson.title(), lesson.design(), session.devices(), taught.spoken());
        if (session.state() != SessionState.RUNNING) {
            return page(wall, steps.end(wall, session, lesson));
        }
        if (with != null) {
            return both(wall, session, teacher.of(with));
        }
        var first = session.devices() ? 0 : 1;
        int wanted = step == null ? first : step;
        return page(
                wall, wanted == 0 ? join(wall, session) : steps.step(wall, session, lesson, wanted, answer != null));
    }

    private static Response page(ProjectorSteps.Wall wall, TemplateInstance page) {
        return Response.ok(page.setLocale(wall.spoken().language().key())).build();
    }

    /** The lesson in the language of its session. */
    private TaughtLesson taught(SessionFacts session) {
        return lessons.taught(session.moduleVersionId(), session.language());
    }

    private TemplateInstance join(ProjectorSteps.Wall wall, SessionFacts session) {
        if (!session.devices()) {
            throw new NotFound();
        }
        return new ProjectorJoinPage(wall, typed(), board(session), tiles.of(session, true));
    }

    private Response both(ProjectorSteps.Wall wall, SessionFacts session, SessionFacts other) {
        if (!session.devices() || !other.devices() || other.state() != SessionState.RUNNING) {
            throw new NotFound();
        }
        var boards = List.of(board(session), board(other));
        return page(
                wall,
                new ProjectorTwoPage(wall, typed(), boards, other.publicId().value()));
    }

    private Board board(SessionFacts session) {
        var code = tiles.code(session);
        var opens = address.resolve("/") + "#" + tiles.sealedCode(session);
        var signs = List.of(code.replace(' ', '-').split(""));
        return new Board(
                session.publicId().value(),
                session.forWhom(),
                taught(session).lesson().title(),
                signs,
                String.join(" ", signs).replace(" -", ","),
                QrCodePath.of(QrCode.encodeText(opens, QrCode.Ecc.MEDIUM)));
    }

    /** The address that children type into their browser. */
    private String typed() {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }
}
