package uk.thinkuknow.curriculum.files;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Credit;
import uk.thinkuknow.curriculum.lesson.FileCredit;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Remark;
import uk.thinkuknow.curriculum.lesson.Rights;

/** Reads a lesson's licence, lock and credits, and advises on files without a source or licence. */
final class RightsReader {
    private static final int LONGEST = 300;
    private static final int MOST_FILES = 100;
    private static final String SOURCE = Words.of("files.sayWhoMadeItOr");
    private static final String LICENCE = Words.of("files.sayUnderWhichLicenceIt");

    private RightsReader() {}

    /**
     * Returns the rights; null if the lesson says nothing about them, so that the JSON and hash of such a lesson do not
     * change.
     */
    static @Nullable Rights read(Fields fields, LessonFolder folder) {
        var licence = text(fields, "licence", LICENCE);
        var locked = Boolean.TRUE.equals(fields.flag("locked"));
        var credits = fields.part("credits");
        if (credits == null) {
            return licence.isEmpty() && !locked ? null : new Rights(licence, locked, Credit.NONE, List.of());
        }
        var all = new Credit(text(credits, "source", SOURCE), text(credits, "licence", LICENCE));
        var seen = new HashSet<String>();
        var files = credits.has("files")
                ? credits.each(
                        "files", 1, MOST_FILES, Words.of("files.nameAFileOrLeave"), one -> file(one, folder, seen))
                : List.<FileCredit>of();
        credits.reportUnknownFields();
        return new Rights(licence, locked, all, files);
    }

    private static FileCredit file(Fields one, LessonFolder folder, HashSet<String> seen) {
        var file = one.text("file", Words.of("files.nameAFileOfPictures"));
        if (!file.isEmpty()
                && !folder.files().containsKey(LessonFolder.PICTURES + file)
                && !folder.files().containsKey(LessonFolder.RECORDINGS + file)) {
            one.found("file", Remark.of("files.isNeitherInPicturesNor"));
        } else if (!seen.add(file)) {
            one.found("file", Remark.of("files.isThereTwice"));
        }
        return new FileCredit(
                file,
                text(one, "name", Words.of("files.sayWhatItShowsOr")),
                text(one, "source", SOURCE),
                text(one, "licence", LICENCE));
    }

    private static String text(Fields fields, String name, String wanted) {
        var text = fields.has(name) ? fields.text(name, wanted) : "";
        if (text.length() > LONGEST) {
            fields.found(name, Remark.of("files.textTooLong", LONGEST));
        }
        return text;
    }

    /** Returns advice on the files that have no source or no licence. */
    static List<Problem> advice(@Nullable Rights said, LessonFolder folder) {
        var rights = Objects.requireNonNullElse(said, Rights.NONE);
        return folder.files().keySet().stream()
                .filter(RightsReader::isCredited)
                .filter(path -> !rights.of(name(path)).whole())
                .sorted()
                .map(path -> new Problem(
                        path,
                        "",
                        0,
                        rights.of(name(path)).source().isEmpty()
                                ? Remark.of("files.namesNobodyWhoMadeIt")
                                : Remark.of("files.hasNoLicenceWriteIt")))
                .toList();
    }

    /**
     * Returns whether the file needs a credit: pictures, films and sound do, but WAV (recorded in the studio) and
     * captions do not.
     */
    static boolean isCredited(String path) {
        return path.matches("pictures/.*\\.(svg|png|jpg)|recordings/.*\\.(mp4|m4a|mp3)");
    }

    private static String name(String path) {
        return path.replaceAll("^.*/", "");
    }
}
