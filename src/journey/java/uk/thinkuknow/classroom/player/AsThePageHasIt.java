package uk.thinkuknow.classroom.player;

import uk.thinkuknow.curriculum.lesson.Question;

/**
 * What a child's page tells its script of a question.
 *
 * @param way how it is answered, {@code data-kind}
 * @param right what is right, {@code data-right}
 */
public record AsThePageHasIt(String way, String right) {
    public static AsThePageHasIt of(Question question) {
        var view = QuestionViews.of(question, EnglishWords.of("8-10"));
        return new AsThePageHasIt(view.way(), view.right());
    }
}
