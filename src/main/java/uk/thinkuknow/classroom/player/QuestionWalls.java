package uk.thinkuknow.classroom.player;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Chooses the template with which the wall shows a question, by the kind of question. A kind without a template fails
 * the build.
 */
final class QuestionWalls {
    private QuestionWalls() {}

    /** Answers to choose, each with its count of hands, or things to put in order. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WallHands(QuestionView q) implements TemplateInstance {}

    /** Pairs to match. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WallPairs(QuestionView q) implements TemplateInstance {}

    /** Things to sort into groups. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WallSort(QuestionView q) implements TemplateInstance {}

    /** A text with gaps. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WallGaps(QuestionView q) implements TemplateInstance {}

    /** A picture with spots to find. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WallSpots(QuestionView q) implements TemplateInstance {}

    /** A story with turns to choose. */
    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WallStory(QuestionView q) implements TemplateInstance {}

    static TemplateInstance of(QuestionView q) {
        return switch (q.kind()) {
            case SINGLE_CHOICE, PICTURE_CHOICE, MULTIPLE_CHOICE, TRUE_FALSE, PUT_IN_ORDER, SCALE, POLL ->
                new WallHands(q);
            case MATCH -> new WallPairs(q);
            case SORT -> new WallSort(q);
            case FILL_THE_GAP -> new WallGaps(q);
            case SPOT_IT -> new WallSpots(q);
            case STORY -> new WallStory(q);
        };
    }
}
