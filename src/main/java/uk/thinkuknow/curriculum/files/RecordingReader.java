package uk.thinkuknow.curriculum.files;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.LessonFile;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Recording;
import uk.thinkuknow.curriculum.lesson.Remark;

/** Reads the film and sound fields of a lesson's file, and checks the files they name. */
final class RecordingReader {
    private static final Pattern FILE = Pattern.compile("^[a-z0-9]++(-[a-z0-9]++)*+\\.(mp4|m4a|mp3)");
    private static final Pattern SPOKEN = Pattern.compile("^[a-z0-9]++(-[a-z0-9]++)*+\\.(m4a|mp3|wav)");
    private static final Pattern CAPTIONS = Pattern.compile("^[a-z0-9]++(-[a-z0-9]++)*+\\.vtt");

    private final LessonFolder folder;
    private final Map<String, LessonFile> used = new LinkedHashMap<>();

    RecordingReader(LessonFolder folder) {
        this.folder = folder;
    }

    /** The files of the recordings read so far, by name. */
    Map<String, LessonFile> used() {
        return used;
    }

    /** Returns the film or sound that a part requires, with captions and transcript, and reports a missing one. */
    Recording neededIn(Fields part) {
        var fields = part.part("recording");
        if (fields == null) {
            if (!part.has("recording")) {
                part.found("recording", Remark.of("files.isMissing", Words.of("files.giveFileCaptionsTranscript")));
            }
            return new Recording("", "", "", "");
        }
        var file = fields.text("file", Words.of("files.giveAFilm"));
        var captions = fields.text("captions", Words.of("files.giveCaptions"));
        var transcript = fields.words("transcript", Words.of("files.writeDownWhatIsSaid"));
        fields.reportUnknownFields();
        boolean heard = known(fields, "file", file, FILE, "an .mp4, .m4a or .mp3");
        boolean written = known(fields, "captions", captions, CAPTIONS, "a .vtt");
        return new Recording(heard ? file : "", type(file), written ? captions : "", transcript);
    }

    /** Returns the recorded voice that reads a step aloud; null if there is none that can be used. */
    @Nullable
    Recording spokenIn(Fields fields) {
        if (!fields.has("audio")) {
            return null;
        }
        var file = fields.text("audio", Words.of("files.giveASpokenRecording"));
        if (!known(fields, "audio", file, SPOKEN, "an .m4a, .mp3 or .wav")) {
            return null;
        }
        return new Recording(file, type(file), "", "");
    }

    private boolean known(Fields fields, String name, String file, Pattern pattern, String what) {
        if (file.isEmpty()) {
            return false;
        }
        if (!pattern.matcher(file).matches() || file.length() > 80) {
            fields.found(name, Remark.of("files.mustBeTheBareNameOf", what));
            return false;
        }
        var found = folder.files().get(LessonFolder.RECORDINGS + file);
        if (found == null) {
            fields.found(name, Remark.of("files.isNotInRecordingsThere", file));
            return false;
        }
        used.put(file, found);
        FileChecks.of(file, found)
                .problems()
                .forEach(problem -> fields.findings().add(LessonFolder.RECORDINGS + file, "", 0, problem));
        return true;
    }

    private static String type(String file) {
        return switch (file.replaceAll("^.*\\.", "")) {
            case "mp4" -> "video/mp4";
            case "m4a" -> "audio/mp4";
            case "wav" -> "audio/wav";
            default -> "audio/mpeg";
        };
    }
}
