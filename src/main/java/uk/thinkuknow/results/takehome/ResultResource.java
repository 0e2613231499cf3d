package uk.thinkuknow.results.takehome;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.answers.ClassAnswers;
import uk.thinkuknow.classroom.answers.ClassAnswersQuery;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.classroom.session.SessionState;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;

/**
 * Page of a class's results after a lesson, and its PDFs to take home: a certificate and a sheet, without anybody's
 * name.
 */
@Path("/sessions/{id}")
@RolesAllowed({Role.TEACHER, Role.TRAINER})
class ResultResource {
    private final SessionService sessions;
    private final CurriculumService curriculum;
    private final ClassAnswersQuery results;
    private final TakeHome takeHome;
    private final PeopleService people;

    ResultResource(
            SessionService sessions,
            CurriculumService curriculum,
            ClassAnswersQuery results,
            TakeHome takeHome,
            PeopleService people) {
        this.sessions = sessions;
        this.curriculum = curriculum;
        this.results = results;
        this.takeHome = takeHome;
        this.people = people;
    }

    /** The page of a class's results; {@code shown} is null if there are none. */
    @CheckedTemplate(basePath = "results/takehome", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ResultPage(Head head, @Nullable Shown shown) implements TemplateInstance {}

    /** The session as the page's heading names it. */
    record Head(String session, String lesson, String forWhom, String when) {}

    /** The results: the number of devices, questions asked twice, and questions asked once. */
    record Shown(int seats, List<PairView> pairs, List<AskedView> questions) {}

    /** A question asked before and after; {@code moved} says in a sentence how the class changed. */
    record PairView(String stem, String moved, List<BothView> answers) {}

    /** An answer before and after; the widths of the bars are percentages of those who answered. */
    record BothView(String text, boolean right, int before, int beforeWidth, int after, int afterWidth) {}

    /**
     * A question and its answers.
     *
     * @param sure how many were sure of a wrong answer, in words; empty for none
     */
    record AskedView(int step, String stem, int answered, List<GivenView> answers, String sure) {}

    /** An answer, how often it was given, and the width of its bar. */
    record GivenView(String text, boolean right, int times, int width) {}

    @GET
    @Path("/result")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance result(@PathParam("id") PublicId id) {
        var session = delivered(id);
        var lesson = lessonOf(session);
        var head = new Head(id.value(), lesson.title(), session.forWhom(), London.inWords(session.startedAt()));
        return new ResultPage(
                head,
                results.of(session.id(), lesson).map(ResultResource::shown).orElse(null));
    }

    @GET
    @Path("/certificate.pdf")
    @Produces({"application/pdf", MediaType.TEXT_HTML})
    public Response certificate(@PathParam("id") PublicId id) {
        var session = delivered(id);
        return pdf(takeHome.certificate(session), "certificate-" + id);
    }

    @GET
    @Path("/what-we-learned.pdf")
    @Produces({"application/pdf", MediaType.TEXT_HTML})
    public Response sheet(@PathParam("id") PublicId id) {
        var session = delivered(id);
        return pdf(takeHome.sheet(session), "what-we-learned-" + id);
    }

    /** Returns the session, which must be an ended lesson for classes. */
    private SessionFacts delivered(PublicId id) {
        return Optional.of(sessions.session(people.me(), id))
                .filter(session -> session.state() == SessionState.ENDED)
                .filter(session -> !session.classes().isEmpty())
                .orElseThrow(NotFound::new);
    }

    private Lesson lessonOf(SessionFacts session) {
        return curriculum.version(session.moduleVersionId()).lesson();
    }

    private static Response pdf(byte[] made, String name) {
        return Response.ok(made, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Shown shown(ClassAnswers result) {
        return new Shown(
                result.seats(),
                result.pairs().stream().map(ResultResource::shown).toList(),
                result.questions().stream()
                        .filter(asked -> asked.answered() > 0)
                        .map(ResultResource::shown)
                        .toList());
    }

    private static PairView shown(ClassAnswers.Pair pair) {
        int before = pair.answers().stream().mapToInt(ClassAnswers.Both::before).sum();
        int after = pair.answers().stream().mapToInt(ClassAnswers.Both::after).sum();
        return new PairView(
                pair.stem(),
                moved(pair),
                pair.answers().stream()
                        .map(each -> new BothView(
                                each.text(),
                                each.right(),
                                each.before(),
                                share(each.before(), before),
                                each.after(),
                                share(each.after(), after)))
                        .toList());
    }

    private static String moved(ClassAnswers.Pair pair) {
        if (pair.seats() == 0) {
            return pair.answers().stream().allMatch(each -> each.before() + each.after() == 0)
                    ? Words.of("certificates.nobodyTwice")
                    : Words.of("certificates.handsTwice");
        }
        boolean scored = pair.answers().stream().anyMatch(ClassAnswers.Both::right);
        return Words.of(
                scored ? "certificates.movedRight" : "certificates.movedUp",
                pair.seats(),
                pair.higher(),
                pair.lower(),
                pair.same());
    }

    private static AskedView shown(ClassAnswers.Asked asked) {
        return new AskedView(
                asked.step(),
                asked.stem(),
                asked.answered(),
                asked.answers().stream()
                        .map(each -> new GivenView(
                                each.text(), each.right(), each.times(), share(each.times(), asked.answered())))
                        .toList(),
                sure(asked.sureWrong()));
    }

    private static String sure(int sureWrong) {
        return sureWrong == 0 ? "" : Words.of("certificates.sureOfWrong", sureWrong);
    }

    private static int share(int part, int of) {
        return of == 0 ? 0 : Math.round(100f * part / of);
    }
}
