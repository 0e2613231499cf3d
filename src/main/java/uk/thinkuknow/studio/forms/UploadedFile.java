package uk.thinkuknow.studio.forms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.drawings.Raster;
import uk.thinkuknow.curriculum.drawings.SvgCleaner;
import uk.thinkuknow.curriculum.files.RecordingCheck;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

/**
 * An uploaded file after it was checked or converted, with its path in the lesson's folder.
 *
 * @param leftOut the parts removed from it, in words
 */
public record UploadedFile(String name, byte[] content, List<String> leftOut) {
    static final int LARGEST = LessonFolder.LARGEST_RECORDING;
    public static final int LARGEST_PHOTOGRAPH = 12 * 1024 * 1024;
    private static final Set<String> PHOTOGRAPHS = Set.of("png", "jpg", "jpeg", "gif", "bmp");
    private static final Set<String> RECORDINGS = Set.of("mp4", "m4a", "mp3", "wav", "vtt");

    /**
     * Converts an uploaded file: cleans SVG, re-encodes pictures, checks sound and film.
     *
     * @throws Refused if a lesson cannot have the file; the message continues a sentence that begins with the file's
     *     name
     */
    public static UploadedFile read(String fileName, byte[] content) {
        var bare = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = bare.lastIndexOf('.');
        var ending = dot < 0 ? "" : bare.substring(dot + 1).toLowerCase(Locale.ROOT);
        var name = FormConverter.key(dot < 0 ? bare : bare.substring(0, dot), "file", Set.of());
        boolean photograph = PHOTOGRAPHS.contains(ending);
        if (content.length > (photograph ? LARGEST_PHOTOGRAPH : LARGEST)) {
            throw new Refused("forms.tooLarge", photograph ? 12 : 3);
        }
        if (ending.equals("svg")) {
            var cleaned = SvgCleaner.of(content);
            return new UploadedFile(LessonFolder.PICTURES + name + ".svg", cleaned.content(), cleaned.leftOut());
        }
        if (photograph || Raster.isPicture(content)) {
            var made = Raster.reencoded(content);
            return new UploadedFile(LessonFolder.PICTURES + name + Raster.ending(made), made, List.of());
        }
        if (RECORDINGS.contains(ending)) {
            RecordingCheck.problem("." + ending, content).ifPresent(problem -> {
                throw new Refused("forms.notPlayable", problem.words());
            });
            return new UploadedFile(LessonFolder.RECORDINGS + name + "." + ending, content, List.of());
        }
        if (ending.equals("webm") || ending.equals("ogg") || ending.equals("opus")) {
            throw new Refused("forms.oldTablets");
        }
        throw new Refused("forms.noSuchFile");
    }

    /**
     * Returns a name that replaces no other file: that of a file in its folder with this content if there is one, else
     * a free name.
     *
     * @param there the hashes of the existing files, by name
     */
    public static String freeName(String name, String hash, Map<String, String> there) {
        var folder = name.substring(0, name.indexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return there.entrySet().stream()
                .filter(file ->
                        file.getKey().startsWith(folder) && file.getValue().equals(hash))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> IntStream.iterate(1, i -> i + 1)
                        .mapToObj(i -> i == 1 ? name : name.substring(0, dot) + "-" + i + name.substring(dot))
                        .filter(free -> !there.containsKey(free))
                        .findFirst()
                        .orElseThrow());
    }
}
