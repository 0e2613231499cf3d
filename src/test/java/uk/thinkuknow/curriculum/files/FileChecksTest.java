package uk.thinkuknow.curriculum.files;

import java.util.HashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.curriculum.lesson.LessonFile;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a picture or recording is read once to check it, and its bytes are asked for one after the other. */
class FileChecksTest {
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void aFileIsReadOnceHoweverOftenItsLessonIsRead() {
        var stored = stored(EveryKindLesson.folder("8-10"));
        var first = assertInstanceOf(LessonReadResult.Fine.class, LessonReader.read(stored));
        int files = first.pictures().size() + first.recordings().size();
        assertTrue(reads.get() > 0 && reads.get() <= files, reads + " of " + files);
        reads.set(0);
        CanonicalLesson.of(assertInstanceOf(LessonReadResult.Fine.class, LessonReader.read(stored)));
        TranslationSheet.of(stored);
        assertEquals(0, reads.get());
    }

    @Test
    void whatWasFoundInOneFileIsNotFoundInAnotherOfTheSameName() {
        var folder = EveryKindLesson.folder("8-10");
        assertInstanceOf(LessonReadResult.Fine.class, LessonReader.read(folder));
        var sound = LessonFolder.RECORDINGS + "otter-asks.mp3";
        var broken = folder.with(sound, "no sound".getBytes());
        for (int i = 0; i < 2; i++) {
            var read = assertInstanceOf(LessonReadResult.Faulty.class, LessonReader.read(broken));
            assertTrue(
                    read.problems().stream().anyMatch(problem -> problem.file().equals(sound)));
        }
    }

    /** Returns the folder with files of this test alone, whose bytes are counted when they are read. */
    private LessonFolder stored(LessonFolder folder) {
        var files = new HashMap<>(folder.files());
        files.replaceAll((name, file) -> name.endsWith(".yaml")
                ? file
                : new LessonFile("test-" + file.hash(), () -> {
                    reads.incrementAndGet();
                    return file.bytes();
                }));
        return new LessonFolder(folder.name(), files);
    }
}
