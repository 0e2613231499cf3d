package uk.thinkuknow.classroom.player;

import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.lesson.Question;

/**
 * The way of answering and the right answer of a question, as the child's page gives them to its script.
 *
 * @param way how it is answered, {@code data-kind}
 * @param right the right answer, {@code data-right}
 */
public record PageQuestion(String way, String right) {
    public static PageQuestion of(Question question) {
        var view = QuestionViewFactory.of(question, QuestionWords.of("8-10", Language.ENGLISH));
        return new PageQuestion(view.way(), view.right());
    }
}
