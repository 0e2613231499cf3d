package uk.thinkuknow.classroom.board;

import io.nayuki.qrcodegen.QrCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.answers.HandCounts;
import uk.thinkuknow.classroom.player.StepView;
import uk.thinkuknow.classroom.room.HowSure;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.classroom.session.SessionState;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.curriculum.help.HelpBook;
import uk.thinkuknow.curriculum.help.HelpLine;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Markdown;
import uk.thinkuknow.curriculum.lesson.Taught;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.TranslationService;
import uk.thinkuknow.curriculum.welsh.Spoken;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.QrSquares;

/** What the whole class sees on the wall: how to come in and who has, or the steps of the lesson one by one. */
@Path("/sessions/{id}/projector")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
@Produces(MediaType.TEXT_HTML)
class ProjectorResource {
    private final SessionService sessions;
    private final PeopleService people;
    private final CurriculumService curriculum;
    private final TranslationService translations;
    private final LiveTiles tiles;
    private final HandCounts counts;
    private final SchoolService schools;
    private final HelpBook help;
    private final URI address;

    ProjectorResource(
            SessionService sessions,
            PeopleService people,
            CurriculumService curriculum,
            TranslationService translations,
            LiveTiles tiles,
            HandCounts counts,
            SchoolService schools,
            HelpBook help,
            @ConfigProperty(name = "thinkuknow.public-address") URI address) {
        this.sessions = sessions;
        this.people = people;
        this.curriculum = curriculum;
        this.translations = translations;
        this.tiles = tiles;
        this.counts = counts;
        this.schools = schools;
        this.help = help;
        this.address = address;
    }

    /** How to come in, and who has. */
    @CheckedTemplate(basePath = "classroom/board", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProjectorJoinPage(Wall wall, String address, Board board, LiveRoom room) implements TemplateInstance {}

    /** How to come into two rooms at once: two bands in one room. */
    @CheckedTemplate(basePath = "classroom/board", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProjectorTwoPage(Wall wall, String address, List<Board> boards, String other) implements TemplateInstance {}

    /**
     * The code of a room as the wall shows it.
     *
     * @param id the session's
     * @param signs the code sign by sign, with "-" in its middle
     * @param aloud the code as a screen reader spells it
     */
    record Board(String id, String classes, String lesson, List<String> signs, String aloud, QrSquares qr) {}

    /**
     * One step of the lesson; after the last comes the end.
     *
     * @param hands "answer:hands" with spaces between; only a class without devices counts them
     * @param script what a grown-up reads aloud; "" where nothing is said
     * @param sure the place of the question of which the wall says how many were sure and wrong; 0 for none
     */
    @CheckedTemplate(basePath = "classroom/board", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    public record ProjectorStepPage(
            Wall wall, StepView step, int steps, boolean answer, String hands, String script, int sure)
            implements TemplateInstance {}

    /**
     * The end of the lesson: what we learnt, and that somebody will help.
     *
     * @param over the session has ended: nothing leads on from here
     */
    @CheckedTemplate(basePath = "classroom/board", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProjectorEndPage(
            Wall wall, boolean over, RawString ending, List<HelpLine> turnTo, int steps, List<Heads> heads)
            implements TemplateInstance {}

    /** A class whose heads are counted, and how many were so far. */
    record Heads(String classId, String name, String counted) {}

    /** What every page on the wall knows. */
    public record Wall(String id, String lesson, String band, boolean devices, Spoken spoken) {}

    @GET
    public Response show(
            @RestPath String id,
            @RestQuery @Nullable Integer step,
            @RestQuery @Nullable String answer,
            @RestQuery @Nullable String with) {
        var me = people.me();
        var session = sessions.session(me, new PublicId(id));
        var taught = taught(session);
        var lesson = taught.lesson();
        var wall =
                new Wall(session.publicId().value(), lesson.title(), lesson.band(), session.devices(), taught.spoken());
        if (session.state() != SessionState.RUNNING) {
            return page(wall, end(wall, session, lesson, List.of()));
        }
        if (with != null) {
            return both(wall, session, sessions.session(me, new PublicId(with)));
        }
        var first = session.devices() ? 0 : 1;
        int wanted = step == null ? first : step;
        return page(wall, wanted == 0 ? join(wall, session) : step(wall, session, lesson, wanted, answer != null));
    }

    private static Response page(Wall wall, TemplateInstance page) {
        return Response.ok(page.setLocale(wall.spoken().language().key())).build();
    }

    /** The lesson in the language of its session. */
    private Taught taught(SessionFacts session) {
        return translations.taught(curriculum.version(session.moduleVersionId()), session.language());
    }

    private TemplateInstance join(Wall wall, SessionFacts session) {
        if (!session.devices()) {
            throw new NotFound();
        }
        return new ProjectorJoinPage(wall, typed(), board(session), tiles.of(session, true));
    }

    private Response both(Wall wall, SessionFacts session, SessionFacts other) {
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
        var opens = address.resolve("/") + "#" + code.replace(" ", "");
        var signs = List.of(code.replace(' ', '-').split(""));
        return new Board(
                session.publicId().value(),
                session.forWhom(),
                taught(session).lesson().title(),
                signs,
                String.join(" ", signs).replace(" -", ","),
                QrSquares.of(QrCode.encodeText(opens, QrCode.Ecc.MEDIUM)));
    }

    /** What children type into their browser. */
    private String typed() {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private TemplateInstance step(Wall wall, SessionFacts session, Lesson lesson, int wanted, boolean answer) {
        List<StepView> steps = StepView.of(lesson);
        if (wanted < 1 || wanted > steps.size() + 1) {
            throw new NotFound();
        }
        return wanted > steps.size()
                ? end(wall, session, lesson, heads(session))
                : new ProjectorStepPage(
                        wall,
                        steps.get(wanted - 1),
                        steps.size(),
                        answer,
                        hands(session, steps.get(wanted - 1)),
                        lesson.narrationOf(steps.get(wanted - 1).key()).script(),
                        session.devices()
                                ? new HowSure(lesson)
                                        .asked(steps.get(wanted - 1).key())
                                : 0);
    }

    /** Stays on the wall when the lesson is over: what the teacher opens next is not for the class. */
    private ProjectorEndPage end(Wall wall, SessionFacts session, Lesson lesson, List<Heads> heads) {
        return new ProjectorEndPage(
                wall,
                session.state() != SessionState.RUNNING,
                Markdown.html(lesson.ending()),
                help.of(
                                lesson.band(),
                                schools.school(session.schoolId()).nation(),
                                wall.spoken().language())
                        .named(lesson.help()),
                StepView.of(lesson).size(),
                heads);
    }

    /** "answer:hands" with spaces between, for the page's script. */
    private String hands(SessionFacts session, StepView step) {
        return counts.of(session.id()).getOrDefault(step.key(), Map.of()).entrySet().stream()
                .map(one -> one.getKey() + ":" + one.getValue())
                .collect(Collectors.joining(" "));
    }

    private List<Heads> heads(SessionFacts session) {
        var counted = counts.headsOf(session.id());
        return session.devices()
                ? List.of()
                : session.classes().stream()
                        .map(one -> new Heads(
                                one.classPublicId().value(),
                                one.className(),
                                counted.containsKey(one.classId()) ? "" + counted.get(one.classId()) : ""))
                        .toList();
    }
}
