package uk.thinkuknow.curriculum;

import java.util.List;
import java.util.Optional;

/**
 * What a module teaches, in one version: read from the lessons folder, published, never changed.
 *
 * @param lessonOnly not for assemblies: children need to ask, talk and be supported
 * @param ending the words of the last screen, in Markdown: what we learnt, and that somebody will help
 * @param help whom the last screen names, in this order: keys of {@link HelpRoute}
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
        List<String> help) {

    private static final String BEFORE = "before-";
    private static final String AFTER = "after-";

    /** The key of the step that asks a question at the start of the lesson, before anything was learnt. */
    static String beforeKey(String question) {
        return BEFORE + question;
    }

    /** The key of the step that asks it again at the end. */
    static String afterKey(String question) {
        return AFTER + question;
    }

    /** Is this a step that is asked again at the end? */
    public static boolean isBefore(String step) {
        return step.startsWith(BEFORE);
    }

    /** Does the first of these two steps ask at the start what the second asks at the end? */
    public static boolean isBefore(String step, String atTheEnd) {
        return isBefore(step)
                && atTheEnd.startsWith(AFTER)
                && step.substring(BEFORE.length()).equals(atTheEnd.substring(AFTER.length()));
    }

    /** The same lesson with a step taken out. */
    Lesson without(String step) {
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
                steps.stream().filter(one -> !one.key().equals(step)).toList(),
                ending,
                help);
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

    public Optional<Step> step(String stepKey) {
        return steps.stream().filter(step -> step.key().equals(stepKey)).findFirst();
    }

    /** Every picture, wherever it is shown. */
    List<Picture> pictures() {
        return PicturesOf.all(steps);
    }

    /** Every film and recording. */
    List<Recording> recordings() {
        return steps.stream()
                .filter(Step.Play.class::isInstance)
                .map(step -> ((Step.Play) step).recording())
                .toList();
    }
}
