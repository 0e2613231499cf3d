package uk.thinkuknow.curriculum.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

/** A test lesson with every kind of step and question, for any age band; never packaged with the product. */
public final class EveryKindLesson {
    private static final Path FOLDER = Path.of("src/test/resources/every-kind");
    private static final Path DRAWINGS = Path.of("lessons/who-is-really-there");

    private EveryKindLesson() {}

    /** Returns the lesson's folder for a band, with the drawings of a packaged lesson. */
    public static LessonFolder folder(String band) {
        try {
            var files = new HashMap<>(LessonFolder.of(DRAWINGS).files());
            files.remove(LessonFolder.IN_WELSH);
            return new LessonFolder(key(band), files)
                    .with(LessonFolder.MODULE, yaml(band).getBytes(StandardCharsets.UTF_8))
                    .with(
                            LessonFolder.RECORDINGS + "otter-asks.vtt",
                            Files.readAllBytes(FOLDER.resolve("otter-asks.vtt")))
                    .with(LessonFolder.RECORDINGS + "otter-asks.mp3", silence(100));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String yaml(String band) throws IOException {
        var help = band.equals("4-7") ? "[grown-up]" : "[grown-up, childline]";
        return Files.readString(FOLDER.resolve("module.yaml"))
                .replace("key: every-kind", "key: " + key(band))
                .replace("band: 4-7", "band: " + band)
                .replace("title: Every kind", "title: Every kind " + band)
                .replace("help: [grown-up]", "help: " + help);
    }

    public static Lesson lesson(String band) {
        return canonical(band).lesson();
    }

    /** Publishes the lesson into a running product's database and returns its title. */
    public static String published(Connection database, String band) throws SQLException {
        return GivenModule.published(database, folder(band));
    }

    private static CanonicalLesson canonical(String band) {
        return switch (LessonReader.read(folder(band))) {
            case LessonReadResult.Fine fine -> CanonicalLesson.of(fine);
            case LessonReadResult.Faulty faulty ->
                throw new IllegalStateException(faulty.problems().toString());
        };
    }

    private static String key(String band) {
        return "every-kind-" + band;
    }

    /** Returns silent MPEG layer III sound at 32 kbit/s. */
    private static byte[] silence(int frames) {
        var sound = new byte[frames * 104];
        for (int i = 0; i < frames; i++) {
            sound[i * 104] = (byte) 0xFF;
            sound[i * 104 + 1] = (byte) 0xFB;
            sound[i * 104 + 2] = 0x10;
            sound[i * 104 + 3] = (byte) 0xC0;
        }
        return sound;
    }
}
