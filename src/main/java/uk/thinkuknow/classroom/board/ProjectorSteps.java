package uk.thinkuknow.classroom.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.thinkuknow.classroom.answers.HandCounts;
import uk.thinkuknow.classroom.player.StepView;
import uk.thinkuknow.classroom.room.HowSure;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionState;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.curriculum.help.HelpBook;
import uk.thinkuknow.curriculum.help.HelpLine;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Markdown;
import uk.thinkuknow.curriculum.welsh.Spoken;
import uk.thinkuknow.schools.school.SchoolService;

/** The steps of a lesson one by one, and its end, as the whole class sees them on the wall. */
@Singleton
public class ProjectorSteps {
    private final HandCounts counts;
    private final SchoolService schools;
    private final HelpBook help;

    ProjectorSteps(HandCounts counts, SchoolService schools, HelpBook help) {
        this.counts = counts;
        this.schools = schools;
        this.help = help;
    }

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

    /**
     * The page of a step; after the last comes the end, with the heads to count where there are no devices.
     *
     * @throws NotFound if there is no such step
     */
    TemplateInstance step(Wall wall, SessionFacts session, Lesson lesson, int wanted, boolean answer) {
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

    /** The end of a lesson whose session does not run any more. */
    ProjectorEndPage end(Wall wall, SessionFacts session, Lesson lesson) {
        return end(wall, session, lesson, List.of());
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
