package uk.thinkuknow.curriculum.lesson;

import java.util.Map;
import uk.thinkuknow.curriculum.files.LessonReadResult;
import uk.thinkuknow.curriculum.files.LessonReader;

/** Fuzz target: any bytes as {@code module.yaml} are read, or refused with problems, without an exception. */
public final class LessonFuzz {
    private LessonFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        var folder = LessonFolder.of("a-b", Map.of(LessonFolder.MODULE, bytes));
        var read = LessonReader.read(folder);
        LessonReader.readUnfinished(folder);
        if (read instanceof LessonReadResult.Faulty faulty && faulty.problems().isEmpty()) {
            throw new AssertionError("refused, and nobody is told why");
        }
    }
}
