package uk.thinkuknow.exchange.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import uk.thinkuknow.curriculum.lesson.LessonFile;

/**
 * The files of an exported lesson, in the order of their paths, to be packed into a zip one after the other. The same
 * files always give the same bytes.
 */
public record LessonZip(SortedMap<String, LessonFile> files) {
    /** The date of every file in a zip, so that its bytes do not depend on the day; a zip can hold none earlier. */
    private static final LocalDateTime NO_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Writes the zip; one file at a time is in memory. */
    public void write(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        for (var file : files.entrySet()) {
            var entry = new ZipEntry(file.getKey());
            entry.setTimeLocal(NO_DAY);
            zip.putNextEntry(entry);
            zip.write(file.getValue().bytes());
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    /** Returns the zip as a whole. */
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
