package uk.thinkuknow.curriculum.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of question, with the word for each in a lesson's file. A new kind of {@link Question} does not compile
 * until it is added here.
 */
public enum QuestionKind {
    SINGLE_CHOICE("single-choice"),
    PICTURE_CHOICE("picture-choice"),
    MULTIPLE_CHOICE("multiple-choice"),
    TRUE_FALSE("true-false"),
    PUT_IN_ORDER("put-in-order"),
    MATCH("match"),
    SORT("sort"),
    FILL_THE_GAP("fill-the-gap"),
    SPOT_IT("spot-it"),
    SCALE("scale"),
    POLL("poll"),
    STORY("story");

    /** The kinds that a lesson can ask at its start and again at its end. */
    public static final List<QuestionKind> ASKED_TWICE = List.of(SCALE, TRUE_FALSE, SINGLE_CHOICE, PICTURE_CHOICE);

    private final String key;

    QuestionKind(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static QuestionKind of(Question question) {
        return switch (question) {
            case Question.SingleChoice q -> SINGLE_CHOICE;
            case Question.PictureChoice q -> PICTURE_CHOICE;
            case Question.MultipleChoice q -> MULTIPLE_CHOICE;
            case Question.TrueFalse q -> TRUE_FALSE;
            case Question.PutInOrder q -> PUT_IN_ORDER;
            case Question.Match q -> MATCH;
            case Question.Sort q -> SORT;
            case Question.FillTheGap q -> FILL_THE_GAP;
            case Question.SpotIt q -> SPOT_IT;
            case Question.Scale q -> SCALE;
            case Question.Poll q -> POLL;
            case Question.Story q -> STORY;
        };
    }

    public static Optional<QuestionKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(QuestionKind::key).toList();
    }
}
