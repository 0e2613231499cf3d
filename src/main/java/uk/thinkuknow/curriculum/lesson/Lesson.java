package uk.thinkuknow.curriculum.lesson;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.BandDesign;

/**
 * The content of a lesson in one language, as read from its folder and as stored with a version of its module.
 *
 * @param lessonOnly not for assemblies, because children need to ask, talk and get support
 * @param ending the text of the last screen, in Markdown: what we learnt, and that somebody will help
 * @param narration how steps are read aloud; only steps that have a script or recording
 * @param aims the objectives of questions; only questions that name some
 * @param help the people and services named on the last screen, in order: keys of {@link HelpRoute}
 * @param rights licence, lock and credits; null if none are given, see {@link #rightsOrNone}
 * @param contentGuidance a warning about subjects that may distress a child; empty if none
 * @param edition the edition of the questions asked before and after; outcomes of two editions are never added up
 */
public record Lesson(
        String key,
        String title,
        String band,
        String language,
        int minutes,
        boolean lessonOnly,
        String summary,
        List<String> objectives,
        List<String> strands,
        String teacherNotes,
        List<Step> steps,
        String ending,
        List<String> help,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Narration> narration,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Aim> aims,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Rights rights,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String contentGuidance,
        int edition) {

    /** The current edition; raise it when the answers of the questions asked before and after change. */
    public static final int EDITION = 2;

    public static final String BEFORE = "before-";
    public static final String AFTER = "after-";

    public Lesson {
        // Empty lists and texts are left out of the stored JSON, so they arrive as null.
        narration = Objects.requireNonNullElse(narration, List.of());
        aims = Objects.requireNonNullElse(aims, List.of());
        contentGuidance = Objects.requireNonNullElse(contentGuidance, "");
    }

    /** Returns the key of the {@link BandDesign} of its age band, which styles and pages ask for. */
    public String design() {
        return BandDesign.of(band).map(BandDesign::key).orElse("");
    }

    /** Returns the rights, never null. */
    public Rights rightsOrNone() {
        return Objects.requireNonNullElse(rights, Rights.NONE);
    }

    /** Returns whether one step asks, at the start of the lesson, the question that the other step asks at its end. */
    public static boolean isBefore(String step, String atTheEnd) {
        return step.startsWith(BEFORE)
                && atTheEnd.startsWith(AFTER)
                && step.substring(BEFORE.length()).equals(atTheEnd.substring(AFTER.length()));
    }

    /** Returns the lesson without one of its steps. */
    public Lesson without(String step) {
        return with(steps.stream().filter(one -> !one.key().equals(step)).toList());
    }

    /** Returns the lesson with only some of its steps, and with their narration and objectives. */
    public Lesson with(List<Step> some) {
        var keys = some.stream().map(Step::key).toList();
        return new Lesson(
                key,
                title,
                band,
                language,
                minutes,
                lessonOnly,
                summary,
                objectives,
                strands,
                teacherNotes,
                some,
                ending,
                help,
                narration.stream().filter(one -> keys.contains(one.step())).toList(),
                aims.stream().filter(one -> keys.contains(one.step())).toList(),
                rights,
                contentGuidance,
                edition);
    }

    /** Returns the questions in the order of the steps. */
    public List<Question> questions() {
        return steps.stream()
                .filter(Step.Ask.class::isInstance)
                .map(step -> ((Step.Ask) step).question())
                .toList();
    }

    public Optional<Question> question(String questionKey) {
        return questions().stream()
                .filter(question -> question.key().equals(questionKey))
                .findFirst();
    }

    /** Returns how a step is read aloud; with neither script nor recording if the lesson gives none. */
    public Narration narrationOf(String stepKey) {
        return narration.stream()
                .filter(one -> one.step().equals(stepKey))
                .findFirst()
                .orElseGet(() -> new Narration(stepKey, "", null));
    }

    public Optional<Step> step(String stepKey) {
        return steps.stream().filter(step -> step.key().equals(stepKey)).findFirst();
    }

    /** Returns the pictures of all steps, in the order they are shown. */
    public List<Picture> pictures() {
        return StepPictures.all(steps);
    }

    /** Returns all films and sound, including the recordings that read a step aloud. */
    public List<Recording> recordings() {
        var played = steps.stream().filter(Step.Play.class::isInstance).map(step -> ((Step.Play) step).recording());
        return Stream.concat(played, narration.stream().flatMap(one -> Stream.ofNullable(one.audio())))
                .toList();
    }
}
