package uk.thinkuknow.curriculum.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.Remark;

/** Checks that old tablets can play a sound, film or captions file: its format, its size, and the length of WAV. */
public final class RecordingCheck {
    /**
     * Maximum length in seconds of WAV, which the studio records where the browser offers no smaller format that every
     * tablet plays.
     */
    static final int MOST_SECONDS = 60;

    static final int SAMPLES = 16_000;
    static final int LARGEST_CAPTIONS = 64 * 1024;
    private static final int WAV_HEAD = 44;
    private static final Set<String> PLAYED_NOWHERE_ELSE =
            Set.of("Opus", "fLaC", "vp08", "vp09", "av01", "hvc1", "hev1");

    private RecordingCheck() {}

    /**
     * Returns the reason why a lesson cannot use the file; empty if it can. The message continues a sentence that
     * begins with the file's name.
     */
    public static Optional<Remark> problem(String file, byte[] bytes) {
        var ending = file.replaceAll("^.*\\.", "");
        if (ending.equals("vtt")) {
            return captions(bytes);
        }
        if (bytes.length > LessonFolder.LARGEST_RECORDING) {
            return Optional.of(Remark.of("files.isLargerThanMbMake", LessonFolder.LARGEST_RECORDING / 1024 / 1024));
        }
        return switch (ending) {
            case "mp3" -> isMp3(bytes) ? Optional.empty() : notWhatItSays(ending);
            case "wav" -> wav(bytes);
            default -> mp4(ending, bytes);
        };
    }

    private static Optional<Remark> captions(byte[] bytes) {
        if (bytes.length > LARGEST_CAPTIONS) {
            return Optional.of(Remark.of("files.isLargerThanKb", LARGEST_CAPTIONS / 1024));
        }
        return text(bytes, 0, 6).equals("WEBVTT") || text(bytes, 0, 9).equals("\u00EF\u00BB\u00BFWEBVTT")
                ? Optional.empty()
                : Optional.of(Remark.of("files.isNotWebvttItBegins"));
    }

    private static Optional<Remark> mp4(String ending, byte[] bytes) {
        if (bytes.length <= 12 || !text(bytes, 4, 4).equals("ftyp")) {
            return notWhatItSays(ending);
        }
        var all = text(bytes, 0, bytes.length);
        // Each track names its codec sixteen bytes after the start of its description ("stsd").
        for (int at = all.indexOf("stsd"); at >= 0; at = all.indexOf("stsd", at + 4)) {
            if (PLAYED_NOWHERE_ELSE.contains(text(bytes, at + 16, 4))) {
                return Optional.of(Remark.of("files.isInAFormThat", text(bytes, at + 16, 4)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Remark> wav(byte[] bytes) {
        if (bytes.length <= WAV_HEAD
                || !text(bytes, 0, 4).equals("RIFF")
                || !text(bytes, 8, 8).equals("WAVEfmt ")) {
            return notWhatItSays("wav");
        }
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean ours = in.getShort(20) == 1
                && in.getShort(22) == 1
                && in.getInt(24) > 0
                && in.getInt(24) <= SAMPLES
                && in.getShort(34) == 16;
        if (!ours) {
            return Optional.of(Remark.of("files.isWavOfAnotherForm"));
        }
        int seconds = (bytes.length - WAV_HEAD) / 2 / in.getInt(24);
        return seconds > MOST_SECONDS ? Optional.of(Remark.of("files.lastsLongerThanAMinute")) : Optional.empty();
    }

    private static boolean isMp3(byte[] bytes) {
        return bytes.length > 10
                && (text(bytes, 0, 3).equals("ID3") || (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xE0) == 0xE0);
    }

    private static Optional<Remark> notWhatItSays(String ending) {
        return Optional.of(Remark.of("files.isNotWhatItsName", ending));
    }

    private static String text(byte[] bytes, int from, int length) {
        return bytes.length < from + length ? "" : new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }
}
