package uk.thinkuknow.curriculum.files;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Recording;
import uk.thinkuknow.curriculum.lesson.Remark;

/** Reads the film and sound fields of a lesson's file, and checks the files they name. */
final class RecordingReader {
    private static final Pattern FILE = Pattern.compile("^[a-z0-9]++(-[a-z0-9]++)*+\\.(mp4|m4a|mp3)");
    private static final Pattern SPOKEN = Pattern.compile("^[a-z0-9]++(-[a-z0-9]++)*+\\.(m4a|mp3|wav)");
    private static final Pattern CAPTIONS = Pattern.compile("^[a-z0-9]++(-[a-z0-9]++)*+\\.vtt");
    private static final Pattern CUE =
            Pattern.compile("(?m)^(\\d+:)?\\d\\d:\\d\\d\\.\\d{3} --> (\\d+:)?\\d\\d:\\d\\d\\.\\d{3}.*\\R\\S");
    private static final int LARGEST_CAPTIONS = 64 * 1024;

    private final LessonFolder folder;
    private final Map<String, byte[]> used = new LinkedHashMap<>();

    RecordingReader(LessonFolder folder) {
        this.folder = folder;
    }

    /** The files of the recordings read so far, by name. */
    Map<String, byte[]> used() {
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
        if (heard) {
            inspect(fields, file);
        }
        boolean written = known(fields, "captions", captions, CAPTIONS, "a .vtt");
        if (written) {
            inspectCaptions(fields, captions);
        }
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
        inspect(fields, file);
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
        var bytes = folder.files().get(LessonFolder.RECORDINGS + file);
        if (bytes == null) {
            fields.found(name, Remark.of("files.isNotInRecordingsThere", file));
            return false;
        }
        used.put(file, bytes);
        return true;
    }

    private void inspect(Fields fields, String file) {
        var bytes = used.getOrDefault(file, new byte[0]);
        RecordingCheck.problem(file, bytes).ifPresent(what -> problem(fields, file, what));
    }

    private void inspectCaptions(Fields fields, String file) {
        var bytes = used.getOrDefault(file, new byte[0]);
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (bytes.length > LARGEST_CAPTIONS) {
            problem(fields, file, Remark.of("files.isLargerThanKb", LARGEST_CAPTIONS / 1024));
        } else if (!text.startsWith("WEBVTT") || !CUE.matcher(text).find()) {
            problem(fields, file, Remark.of("files.isNotWebvttItBeginsWith"));
        }
    }

    private static void problem(Fields fields, String file, Remark what) {
        fields.findings().add(LessonFolder.RECORDINGS + file, "", 0, what);
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
