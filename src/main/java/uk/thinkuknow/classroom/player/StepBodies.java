package uk.thinkuknow.classroom.player;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What each kind of step shows below its heading: a kind without a template does not compile, nor one without a file. */
final class StepBodies {
    private StepBodies() {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StepRead(StepView step) implements TemplateInstance {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StepPicture(StepView step) implements TemplateInstance {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StepTalk(StepView step) implements TemplateInstance {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StepRecording(StepView step) implements TemplateInstance {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StepReflection(StepView step) implements TemplateInstance {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StepQuestion(StepView step) implements TemplateInstance {}

    static TemplateInstance of(StepView step) {
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
