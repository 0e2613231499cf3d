package uk.thinkuknow.curriculum.lesson;

import java.util.function.Supplier;
import uk.thinkuknow.common.Sha256;

/**
 * A file of a lesson, known by the hash of its bytes. The bytes of a stored file are read each time they are asked for,
 * so that a page that lists or compares films has none of them in memory.
 */
public record LessonFile(String hash, Supplier<byte[]> content) {
    /** Returns a file that is in memory. */
    public static LessonFile of(byte[] bytes) {
        return new LessonFile(Sha256.hex(bytes), () -> bytes);
    }

    public byte[] bytes() {
        return content.get();
    }
}
