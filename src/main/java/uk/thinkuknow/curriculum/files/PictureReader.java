package uk.thinkuknow.curriculum.files;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.LessonFile;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Remark;

/** Reads the picture fields of a lesson's file and checks each picture file once. */
final class PictureReader {
    private static final Pattern FILE = Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+\\.(svg|png|jpg)");
    private static final int LONGEST_FILE_NAME = 80;

    private final LessonFolder folder;
    private final Map<String, LessonFile> used = new LinkedHashMap<>();

    PictureReader(LessonFolder folder) {
        this.folder = folder;
    }

    /** The files of the pictures read so far, by name. */
    Map<String, LessonFile> used() {
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
        var file = used.get(picture.file());
        return file == null || FileChecks.of(picture.file(), file).scene();
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
        var found = folder.files().get(LessonFolder.PICTURES + file);
        if (found == null) {
            fields.found("file", Remark.of("files.isNotInPicturesThere", file));
            return false;
        }
        if (used.put(file, found) == null) {
            FileChecks.of(file, found)
                    .problems()
                    .forEach(problem -> fields.findings().add(LessonFolder.PICTURES + file, "", 0, problem));
        }
        return true;
    }
}
