package uk.thinkuknow.curriculum.lesson;

import java.util.List;
import uk.thinkuknow.common.Words;

/**
 * What is wrong or could be better at a place of a lesson, continuing a sentence that begins with the place.
 *
 * @param code the key of the sentence, for example {@code files.isThereTwice}
 * @param arguments what the sentence names, as for {@link Words#of}
 */
public record Remark(String code, List<Object> arguments) {
    public static Remark of(String code, Object... arguments) {
        return new Remark(code, List.of(arguments));
    }

    public String words() {
        return Words.of(code, arguments.toArray());
    }
}
