package uk.thinkuknow.classroom.player;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What the whole class sees of each kind of question, with hands to count where one answer is picked. */
final class QuestionWalls {
    private QuestionWalls() {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WallHands(QuestionView q) implements TemplateInstance {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WallPairs(QuestionView q) implements TemplateInstance {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WallSort(QuestionView q) implements TemplateInstance {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WallGaps(QuestionView q) implements TemplateInstance {}

    @CheckedTemplate(basePath = "classroom/player", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WallSpots(QuestionView q) implements TemplateInstance {}

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
