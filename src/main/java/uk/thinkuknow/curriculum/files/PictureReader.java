package uk.thinkuknow.curriculum.files;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.drawings.Raster;
import uk.thinkuknow.curriculum.drawings.SafeSvg;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Remark;

/** Reads the picture fields of a lesson's file and checks each picture file once. */
final class PictureReader {
    private static final Pattern FILE = Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+\\.(svg|png|jpg)");
    private static final Pattern SCENE = Pattern.compile("<svg\\s[^<>]*viewBox\\s*=\\s*[\"']0 0 640 400[\"']");
    private static final int LONGEST_FILE_NAME = 80;

    private final LessonFolder folder;
    private final Map<String, byte[]> used = new LinkedHashMap<>();

    PictureReader(LessonFolder folder) {
        this.folder = folder;
    }

    /** The files of the pictures read so far, by name. */
    Map<String, byte[]> used() {
        return used;
    }

    /** Returns the picture of a part; null if it has none. */
    @Nullable
    Picture in(Fields part) {
        return in(part, "picture");
    }

    /** Returns the picture in the named field of a part; null if it has none. */
    @Nullable
    Picture in(Fields part, String name) {
        var fields = part.part(name);
        return fields == null ? null : read(fields);
    }

    /** Returns the picture of a part that requires one, and reports a missing one. */
    Picture neededIn(Fields part) {
        var picture = in(part);
        if (picture == null && !part.has("picture")) {
            part.found("picture", Remark.of("files.pictureMissing"));
        }
        return picture == null ? new Picture("", "") : picture;
    }

    /**
     * Returns whether the picture has the 8:5 format of a scene (640 by 400 for a drawing); true if it was not read.
     */
    boolean isScene(Picture picture) {
        var bytes = used.get(picture.file());
        return bytes == null
                || Raster.isPicture(bytes)
                        && Raster.size(bytes)
                                .filter(size -> size.width() * 5 == size.height() * 8)
                                .isPresent()
                || SCENE.matcher(new String(bytes, StandardCharsets.UTF_8)).find();
    }

    /** Returns null if the folder has no such file: the preview of a draft only asks for files that exist. */
    private @Nullable Picture read(Fields fields) {
        var file = fields.text("file", Words.of("files.giveADrawing"));
        boolean decorative = Boolean.TRUE.equals(fields.flag("decorative"));
        var name = decorative ? "" : fields.textForChildren("name", Words.of("files.sayInWordsWhatThe"));
        if (decorative && fields.has("name")) {
            fields.found("name", Remark.of("files.saysWhatADecorativePicture"));
        }
        fields.reportUnknownFields();
        return isThere(fields, file) ? new Picture(file, name) : null;
    }

    private boolean isThere(Fields fields, String file) {
        if (file.isEmpty()) {
            return false;
        }
        if (!FILE.matcher(file).matches() || file.length() > LONGEST_FILE_NAME) {
            fields.found("file", Remark.of("files.mustBeTheBareName"));
            return false;
        }
        var bytes = folder.files().get(LessonFolder.PICTURES + file);
        if (bytes == null) {
            fields.found("file", Remark.of("files.isNotInPicturesThere", file));
            return false;
        }
        if (used.put(file, bytes) == null) {
            inspect(fields, file, bytes);
        }
        return true;
    }

    private static void inspect(Fields fields, String file, byte[] bytes) {
        var where = LessonFolder.PICTURES + file;
        if (!file.endsWith(".svg")) {
            Raster.problems(file, bytes).forEach(problem -> fields.findings().add(where, "", 0, problem));
            return;
        }
        if (bytes.length > SafeSvg.LARGEST) {
            fields.findings().add(where, "", 0, Remark.of("files.isLargerThanKbMake", SafeSvg.LARGEST / 1024));
            return;
        }
        SafeSvg.problems(bytes).forEach(problem -> fields.findings().add(where, "", 0, problem));
    }
}
