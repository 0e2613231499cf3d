package uk.thinkuknow.curriculum;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Holds every module in lessons/ to what children, teachers and reviewers may expect of it. */
class LessonsFolderTest {
    private static final Path LESSONS = Path.of("lessons");

    @Test
    void everyModuleIsReadWithoutAProblem() throws IOException {
        for (var folder : folders()) {
            if (LessonReader.read(folder) instanceof LessonRead.Faulty faulty) {
                assertEquals(
                        List.of(),
                        faulty.problems().stream().map(Object::toString).toList(),
                        folder.name());
            }
        }
    }

    static List<LessonFolder> folders() throws IOException {
        try (var entries = Files.list(LESSONS)) {
            var folders = entries.filter(Files::isDirectory)
                    .sorted()
                    .map(LessonFolder::of)
                    .toList();
            assertTrue(!folders.isEmpty());
            return folders;
        }
    }
}
