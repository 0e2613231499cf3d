package uk.thinkuknow.classroom.player;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What children choose, move and fill in: a kind of question without a template does not compile, nor one without a file. */
final class QuestionForms {
    private QuestionForms() {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QuestionChoice(QuestionView q) implements TemplateInstance {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QuestionOrder(QuestionView q) implements TemplateInstance {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QuestionScale(QuestionView q) implements TemplateInstance {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QuestionMatch(QuestionView q) implements TemplateInstance {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QuestionSort(QuestionView q) implements TemplateInstance {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QuestionGaps(QuestionView q) implements TemplateInstance {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record QuestionSpots(QuestionView q) implements TemplateInstance {}

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
