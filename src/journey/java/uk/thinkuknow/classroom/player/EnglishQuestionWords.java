package uk.thinkuknow.classroom.player;

import io.quarkus.qute.i18n.Message;
import java.lang.reflect.Proxy;
import uk.thinkuknow.common.Language;

/** Reads the English question texts from the annotations of their message bundle, without starting the product. */
final class EnglishQuestionWords {
    private EnglishQuestionWords() {}

    static QuestionWords of(String band) {
        var said = (QuestionMessages) Proxy.newProxyInstance(
                EnglishQuestionWords.class.getClassLoader(),
                new Class<?>[] {QuestionMessages.class},
                (proxy, method, values) -> method.getAnnotation(Message.class).value());
        return new QuestionWords(said, QuestionWords.isYoung(band), Language.ENGLISH);
    }
}
