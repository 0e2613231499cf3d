package uk.thinkuknow.curriculum.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import uk.thinkuknow.curriculum.drawings.Raster;
import uk.thinkuknow.curriculum.drawings.SafeSvg;
import uk.thinkuknow.curriculum.lesson.LessonFile;
import uk.thinkuknow.curriculum.lesson.Remark;

/**
 * Checks pictures and recordings, and keeps what it found by the hash of the file, so that a page about a lesson reads
 * none of them again.
 */
final class FileChecks {
    static final int KEPT = 10_000;
    /** A file in which more is wrong is checked each time: what is kept stays small. */
    private static final int MOST_PROBLEMS = 20;

    private static final Pattern SCENE = Pattern.compile("<svg\\s[^<>]*viewBox\\s*=\\s*[\"']0 0 640 400[\"']");
    private static final Pattern CUE =
            Pattern.compile("(?m)^(\\d+:)?\\d\\d:\\d\\d\\.\\d{3} --> (\\d+:)?\\d\\d:\\d\\d\\.\\d{3}.*\\R\\S");

    private static final Map<String, Found> FOUND = new ConcurrentHashMap<>();

    private FileChecks() {}

    /**
     * What was found in a file.
     *
     * @param scene whether it is a picture in the 8:5 format of a scene (640 by 400 for a drawing)
     */
    record Found(List<Remark> problems, boolean scene) {}

    /** @param name the name of the file; its ending says how the file is checked */
    static Found of(String name, LessonFile file) {
        var key = file.hash() + name.substring(name.lastIndexOf('.'));
        var found = FOUND.get(key);
        return found == null ? checked(key, name, file) : found;
    }

    /** One file at a time, so that all requests together have one in memory to check it. */
    private static synchronized Found checked(String key, String name, LessonFile file) {
        var known = FOUND.get(key);
        if (known != null) {
            return known;
        }
        var bytes = file.bytes();
        var found = new Found(problems(name, bytes), isScene(name, bytes));
        if (found.problems().size() <= MOST_PROBLEMS) {
            if (FOUND.size() >= KEPT) {
                FOUND.clear();
            }
            FOUND.put(key, found);
        }
        return found;
    }

    private static List<Remark> problems(String name, byte[] bytes) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".svg" ->
                bytes.length > SafeSvg.LARGEST
                        ? List.of(Remark.of("files.isLargerThanKbMake", SafeSvg.LARGEST / 1024))
                        : SafeSvg.problems(bytes);
            case ".png", ".jpg" -> Raster.problems(name, bytes);
            case ".vtt" -> captions(bytes);
            default -> RecordingCheck.problem(name, bytes).stream().toList();
        };
    }

    private static List<Remark> captions(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (bytes.length > RecordingCheck.LARGEST_CAPTIONS) {
            return List.of(Remark.of("files.isLargerThanKb", RecordingCheck.LARGEST_CAPTIONS / 1024));
        }
        return text.startsWith("WEBVTT") && CUE.matcher(text).find()
                ? List.of()
                : List.of(Remark.of("files.isNotWebvttItBeginsWith"));
    }

    private static boolean isScene(String name, byte[] bytes) {
        return name.endsWith(".svg")
                ? SCENE.matcher(new String(bytes, StandardCharsets.UTF_8)).find()
                : Raster.isPicture(bytes)
                        && Raster.size(bytes)
                                .filter(size -> size.width() * 5 == size.height() * 8)
                                .isPresent();
    }
}
