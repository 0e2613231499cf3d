package uk.thinkuknow.classroom.player;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Chooses the template of a question's form on a child's page by the kind of question. A kind without a template, or a
 * template without a file, fails the build.
 */
final class QuestionForms {
    private QuestionForms() {}

    /** Form of a question with one or several answers to choose. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QuestionChoice(QuestionView q) implements TemplateInstance {}

    /** Form of a question whose things are put in order. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QuestionOrder(QuestionView q) implements TemplateInstance {}

    /** Form of a scale. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QuestionScale(QuestionView q) implements TemplateInstance {}

    /** Form of a question whose pairs are matched. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QuestionMatch(QuestionView q) implements TemplateInstance {}

    /** Form of a question whose things are sorted into groups. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QuestionSort(QuestionView q) implements TemplateInstance {}

    /** Form of a text with gaps. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QuestionGaps(QuestionView q) implements TemplateInstance {}

    /** Form of a picture with spots to find. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QuestionSpots(QuestionView q) implements TemplateInstance {}

    /** Form of a story with turns to choose. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QuestionStory(QuestionView q) implements TemplateInstance {}

    static TemplateInstance of(QuestionView q) {
        return switch (q.kind()) {
            case SINGLE_CHOICE, PICTURE_CHOICE, MULTIPLE_CHOICE, TRUE_FALSE, POLL -> new QuestionChoice(q);
            case PUT_IN_ORDER -> new QuestionOrder(q);
            case MATCH -> new QuestionMatch(q);
            case SORT -> new QuestionSort(q);
            case FILL_THE_GAP -> new QuestionGaps(q);
            case SPOT_IT -> new QuestionSpots(q);
            case SCALE -> new QuestionScale(q);
            case STORY -> new QuestionStory(q);
        };
    }
}
