package uk.thinkuknow.curriculum.lesson;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a module teaches, in one version: read from the lessons folder, published, never changed.
 *
 * @param lessonOnly not for assemblies: children need to ask, talk and be supported
 * @param ending the words of the last screen, in Markdown: what we learnt, and that somebody will help
 * @param narration how screens are read aloud, for those that say so
 * @param aims which objectives questions are for, for those that say so
 * @param help whom the last screen names, in this order: keys of {@link HelpRoute}
 * @param rights whose it is; null where nobody has said, see {@link #whose}
 * @param contentGuidance what it speaks of that may touch a child; empty where there is nothing to say
 * @param edition of the questions asked before and after: outcomes of two editions are never put together
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

    /** The current edition: raised when answers of the questions asked before and after change. */
    public static final int EDITION = 2;

    public static final String BEFORE = "before-";
    public static final String AFTER = "after-";

    public Lesson {
        // Left out of the stored JSON where they are empty.
        narration = Objects.requireNonNullElse(narration, List.of());
        aims = Objects.requireNonNullElse(aims, List.of());
        contentGuidance = Objects.requireNonNullElse(contentGuidance, "");
    }

    /** Whose it is. */
    public Rights whose() {
        return Objects.requireNonNullElse(rights, Rights.NONE);
    }

    /** Does the first of these two steps ask at the start what the second asks at the end? */
    public static boolean isBefore(String step, String atTheEnd) {
        return step.startsWith(BEFORE)
                && atTheEnd.startsWith(AFTER)
                && step.substring(BEFORE.length()).equals(atTheEnd.substring(AFTER.length()));
    }

    /** The same lesson with a step taken out. */
    public Lesson without(String step) {
        return with(steps.stream().filter(one -> !one.key().equals(step)).toList());
    }

    /** The same lesson with some of its steps only. */
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

    /** The questions in the order in which a child meets them. */
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

    /** How a step is read aloud; with neither script nor recording where nobody has said. */
    public Narration narrationOf(String stepKey) {
        return narration.stream()
                .filter(one -> one.step().equals(stepKey))
                .findFirst()
                .orElseGet(() -> new Narration(stepKey, "", null));
    }

    public Optional<Step> step(String stepKey) {
        return steps.stream().filter(step -> step.key().equals(stepKey)).findFirst();
    }

    /** Every picture, wherever it is shown. */
    public List<Picture> pictures() {
        return PicturesOf.all(steps);
    }

    /** Every film and recording, also those that read a screen aloud. */
    public List<Recording> recordings() {
        var played = steps.stream().filter(Step.Play.class::isInstance).map(step -> ((Step.Play) step).recording());
        return Stream.concat(played, narration.stream().flatMap(one -> Stream.ofNullable(one.audio())))
                .toList();
    }
}
