package uk.thinkuknow.exchange.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.files.LessonReadResult;
import uk.thinkuknow.curriculum.files.LessonReader;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.exchange.content.ImportResult;

/**
 * Fuzz target: unpacks and imports arbitrary bytes as a zip. Bytes that are no zip are put into one, so that the code
 * behind the checksums is reached too. A zip must be refused with a reason or read within the limits; a lesson that was
 * read without problems must export and import again without an exception.
 */
public final class ZipFuzz {
    private static final byte[] NEXT_FILE = "\n--\n".getBytes(StandardCharsets.US_ASCII);

    private ZipFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        var archive = ZipReader.isZip(bytes) ? bytes : made(bytes);
        try {
            long size = 0;
            for (var file : ZipReader.read(archive).entrySet()) {
                size += file.getValue().length;
                if (file.getKey().startsWith("/")
                        || Arrays.asList(file.getKey().split("/")).contains("..")) {
                    throw new AssertionError("a name that leads out: " + file.getKey());
                }
            }
            if (size > ZipReader.LARGEST) {
                throw new AssertionError("larger than allowed: " + size);
            }
        } catch (Refused inWords) {
            return;
        }
        brought("lesson.zip", archive);
    }

    static void brought(String name, byte[] file) {
        switch (LessonImporter.read(name, file)) {
            case ImportResult.ImportRefusal refused -> {
                if (refused.why().isBlank()) {
                    throw new AssertionError("refused, and nobody is told why");
                }
            }
            case ImportResult.ImportedLesson taken -> goesOut(taken.folder());
        }
    }

    private static void goesOut(LessonFolder folder) {
        if (LessonReader.read(folder) instanceof LessonReadResult.Fine) {
            LessonImporter.read("back.zip", LessonExporter.folder(folder).bytes());
            LessonImporter.read("back.zip", LessonExporter.qti(folder).bytes());
            LessonExporter.scorm(folder).bytes();
            LessonExporter.questionsCsv(folder);
        }
    }

    /** Builds a zip from parts: the first line of each part is a file's name, the rest its content. */
    private static byte[] made(byte[] bytes) {
        var archive = new GivenArchive();
        int from = 0;
        for (int at = 0; at <= bytes.length; at++) {
            boolean ends = at == bytes.length
                    || at + NEXT_FILE.length <= bytes.length
                            && Arrays.equals(bytes, at, at + NEXT_FILE.length, NEXT_FILE, 0, NEXT_FILE.length);
            if (ends) {
                add(archive, Arrays.copyOfRange(bytes, from, at));
                from = Math.min(bytes.length, at + NEXT_FILE.length);
                at = Math.max(at, from - 1);
            }
        }
        return archive.zip();
    }

    private static void add(GivenArchive archive, byte[] part) {
        int line = 0;
        while (line < part.length && part[line] != '\n') {
            line++;
        }
        var name = new String(part, 0, Math.min(line, 400), StandardCharsets.UTF_8);
        archive.and(
                name.isEmpty() ? "x" : name, Arrays.copyOfRange(part, Math.min(line + 1, part.length), part.length));
    }
}
