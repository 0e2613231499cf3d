package uk.thinkuknow.exchange.formats;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.curriculum.drawings.Raster;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.exchange.content.ImportResult;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the import of our own lessons from zips, and of files in no known format. */
public class LessonZipImporterTest {
    public static Stream<LessonFolder> ours() throws IOException {
        try (var folders = Files.list(Path.of("lessons"))) {
            return folders.filter(Files::isDirectory).sorted().map(LessonFolder::of).toList().stream();
        }
    }

    @Test
    void everyLessonComesBackFromItsZipByteForByte() throws IOException {
        var all = ours().toList();
        assertTrue(all.size() > 10);
        for (var lesson : all) {
            var back =
                    taken("any-name.zip", LessonExporter.folder(lesson).bytes()).folder();

            assertEquals(lesson.name(), back.name());
            assertEquals(lesson.files().keySet(), back.files().keySet());
            lesson.files().forEach((name, file) -> assertArrayEquals(file.bytes(), back.bytes(name), name));
        }
    }

    @Test
    void twoExportsOfALessonHaveTheSameBytes() {
        assertArrayEquals(
                LessonExporter.folder(GivenFolder.of("a-b")).bytes(),
                LessonExporter.folder(GivenFolder.of("a-b")).bytes());
    }

    @Test
    void aLessonMayBeAtTheTopOfTheZipAndFilesOfMacOsAreIgnored() {
        var zip = GivenArchive.with("module.yaml", "format: 1\nkey: on-top\n")
                .and("__MACOSX/._module.yaml", "x")
                .and("pictures/.DS_Store", "x")
                .zip();

        var taken = taken("x.zip", zip);

        assertEquals("on-top", taken.folder().name());
        assertEquals(List.of("module.yaml"), List.copyOf(taken.folder().files().keySet()));
    }

    @Test
    void unsafeDrawingsAndBrokenPhotographsAreLeftOut() {
        var zip = GivenArchive.with("fox/module.yaml", "format: 1\nkey: fox\n")
                .and(
                        "fox/pictures/fox.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><script/></svg>")
                .and("fox/pictures/fox.png", "x")
                .zip();

        var taken = taken("x.zip", zip);

        assertEquals(List.of("module.yaml"), List.copyOf(taken.folder().files().keySet()));
        var lines = taken.report().lines();
        assertEquals("fox/pictures/fox.png", lines.get(0).item());
        assertTrue(lines.get(1).reason().contains("<script>"), lines.toString());
        assertEquals(1, taken.report().cameOver());
    }

    @Test
    void aRecordingThatIsNotWhatItsNameSaysIsLeftOutWithItsNameAndTheReason() {
        var noise = new byte[LessonFolder.LARGEST + 1];
        new Random(1).nextBytes(noise);
        var zip = GivenArchive.with("module.yaml", "format: 1\nkey: fox\n")
                .and("recordings/film.mp4", noise)
                .and("recordings/music.mp3", noise)
                .and("recordings/said.vtt", noise)
                .and("recordings/said.wav", noise)
                .and("recordings/short.vtt", "00:01.000 --> 00:04.000")
                .and("recordings/spoken.m4a", noise)
                .and("recordings/long.txt", noise)
                .and("recordings/fine.mp3", "ID3 and a sound")
                .and("recordings/fine.vtt", "WEBVTT")
                .zip();

        var taken = taken("x.zip", zip);

        assertEquals(
                Set.of("module.yaml", "recordings/fine.mp3", "recordings/fine.vtt"),
                taken.folder().files().keySet());
        assertEquals(
                List.of(
                        "recordings/film.mp4 is not what its name says: save it again as .mp4",
                        "recordings/long.txt is larger than 256 kB",
                        "recordings/music.mp3 is not what its name says: save it again as .mp3",
                        "recordings/said.vtt is larger than 64 kB",
                        "recordings/said.wav is not what its name says: save it again as .wav",
                        "recordings/short.vtt is not WebVTT: it begins with the line WEBVTT",
                        "recordings/spoken.m4a is not what its name says: save it again as .m4a"),
                taken.report().lines().stream()
                        .filter(line -> !line.reason().isEmpty())
                        .map(line -> line.item() + " " + line.reason())
                        .toList());
    }

    @Test
    void aPhotographLosesItsPlaceAndOneWithoutStaysAsItIs() throws IOException {
        for (var kind : List.of("jpg", "png")) {
            var plain = photo(kind);
            var placed = kind.equals("jpg")
                    ? with(plain, 2, new byte[] {(byte) 0xFF, (byte) 0xE1, 0, 8}, "GPS 51")
                    : with(plain, 33, new byte[] {0, 0, 0, 2, 'p', 'l', 'A', 'c'}, "GPS 51");
            var zip = GivenArchive.with("fox/module.yaml", "format: 1\nkey: fox\n")
                    .and("fox/pictures/plain." + kind, plain)
                    .and("fox/pictures/placed." + kind, placed)
                    .and("fox/pictures/behind." + kind, with(plain, plain.length, new byte[0], "GPS 51"))
                    .zip();

            var folder = taken("x.zip", zip).folder();

            assertArrayEquals(plain, folder.bytes("pictures/plain." + kind));
            for (var name : List.of("pictures/placed.", "pictures/behind.")) {
                var made = folder.bytes(name + kind);
                assertTrue(Raster.isPicture(made), name + kind);
                assertFalse(new String(made, StandardCharsets.ISO_8859_1).contains("GPS"), name + kind);
            }
        }
    }

    private static byte[] photo(String kind) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 25, BufferedImage.TYPE_INT_RGB), kind, out);
        return out.toByteArray();
    }

    private static byte[] with(byte[] picture, int at, byte[] head, String words) {
        var out = new ByteArrayOutputStream();
        out.write(picture, 0, at);
        out.writeBytes(head);
        out.writeBytes(words.getBytes(StandardCharsets.US_ASCII));
        out.write(picture, at, picture.length - at);
        return out.toByteArray();
    }

    @Test
    void aModuleFileLargerThan256KilobytesIsRefused() {
        var zip = GivenArchive.with(
                        "fox/module.yaml",
                        "key: fox\n# " + new Random(1).ints(60_000).boxed().toList())
                .zip();

        var refused = assertInstanceOf(ImportResult.ImportRefusal.class, LessonImporter.read("x.zip", zip));
        assertTrue(refused.why().contains("larger than 256 kB"), refused.why());
    }

    @Test
    void twoLessonsInOneArchiveAreRefused() {
        var zip = GivenArchive.with("a/module.yaml", "key: a")
                .and("b/module.yaml", "key: b")
                .zip();

        assertInstanceOf(ImportResult.ImportRefusal.class, LessonImporter.read("x.zip", zip));
    }

    @Test
    void aFileInAnUnknownFormatIsRefusedWithTheKnownFormats() {
        var refused = assertInstanceOf(
                ImportResult.ImportRefusal.class,
                LessonImporter.read("x.docx", "hello".getBytes(StandardCharsets.UTF_8)));

        assertTrue(refused.why().contains("Moodle XML"), refused.why());
    }

    public static ImportResult.ImportedLesson taken(String name, byte[] bytes) {
        var read = LessonImporter.read(name, bytes);
        return assertInstanceOf(ImportResult.ImportedLesson.class, read, read.toString());
    }
}
