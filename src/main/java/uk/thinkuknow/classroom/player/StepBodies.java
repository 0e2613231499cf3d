package uk.thinkuknow.classroom.player;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Chooses the template of a step's body on a child's page by the kind of step. A kind without a template, or a template
 * without a file, fails the build.
 */
final class StepBodies {
    private StepBodies() {}

    /** A text to read. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StepRead(PlayerStep step) implements TemplateInstance {}

    /** A picture to look at. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StepPicture(PlayerStep step) implements TemplateInstance {}

    /** Something to talk about. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StepTalk(PlayerStep step) implements TemplateInstance {}

    /** A recording to listen to or watch. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StepRecording(PlayerStep step) implements TemplateInstance {}

    /** Thoughts for the child alone. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StepReflection(PlayerStep step) implements TemplateInstance {}

    /** A question to answer. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StepQuestion(PlayerStep step) implements TemplateInstance {}

    static TemplateInstance of(PlayerStep step) {
        return switch (step.kind()) {
            case READ -> new StepRead(step);
            case PICTURE -> new StepPicture(step);
            case TALK_ABOUT_IT -> new StepTalk(step);
            case RECORDING -> new StepRecording(step);
            case REFLECTION -> new StepReflection(step);
            case QUESTION -> new StepQuestion(step);
        };
    }
}
