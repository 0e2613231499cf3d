package uk.thinkuknow.classroom.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.thinkuknow.classroom.answers.HandCounts;
import uk.thinkuknow.classroom.player.PlayerStep;
import uk.thinkuknow.classroom.room.ConfidenceScales;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.classroom.session.SessionState;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.curriculum.help.HelpBook;
import uk.thinkuknow.curriculum.help.HelpLine;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Markdown;
import uk.thinkuknow.curriculum.welsh.PageLanguage;
import uk.thinkuknow.schools.school.SchoolService;

/** Builds the pages that the wall shows during a lesson: one for each step, and the end. */
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
     * A step of the lesson on the wall.
     *
     * @param answer whether the right answer is shown
     * @param hands "answer:hands" pairs with spaces between; counted only in classes without devices
     * @param script text for a grown-up to read aloud; "" if there is none
     * @param sure number of the step whose question the wall says how many were sure of and got wrong; 0 for none
     */
    @CheckedTemplate(basePath = "classroom/board", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    public record ProjectorStepPage(
            Wall wall, PlayerStep step, int steps, boolean answer, String hands, String script, int sure)
            implements TemplateInstance {}

    /**
     * The end of the lesson on the wall: what we learnt, and who can help.
     *
     * @param over the session has ended, so the page has no link onwards
     */
    @CheckedTemplate(basePath = "classroom/board", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProjectorEndPage(
            Wall wall, boolean over, RawString ending, List<HelpLine> turnTo, int steps, List<Heads> heads)
            implements TemplateInstance {}

    /** A class of the session and the heads counted so far; "" if none. */
    record Heads(String classId, String name, String counted) {}

    /** The part of every page of the wall: the session, the lesson and its language. */
    public record Wall(String id, String lesson, String design, boolean devices, PageLanguage spoken) {}

    /**
     * The page of a step. After the last step comes the end, with the heads to count in a class without devices.
     *
     * @param wanted step number, from 1
     * @throws NotFound if there is no such step
     */
    TemplateInstance step(Wall wall, SessionFacts session, Lesson lesson, int wanted, boolean answer) {
        List<PlayerStep> steps = PlayerStep.of(lesson);
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
                                ? new ConfidenceScales(lesson)
                                        .asked(steps.get(wanted - 1).key())
                                : 0);
    }

    /** The end page of a session that is over. */
    ProjectorEndPage end(Wall wall, SessionFacts session, Lesson lesson) {
        return end(wall, session, lesson, List.of());
    }

    /**
     * This page stays on the wall after the lesson, because the register, which the teacher opens next, is not for the
     * class.
     */
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
                PlayerStep.of(lesson).size(),
                heads);
    }

    /** "answer:hands" pairs with spaces between, for the page's script. */
    private String hands(SessionFacts session, PlayerStep step) {
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
