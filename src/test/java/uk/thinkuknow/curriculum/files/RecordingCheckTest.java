package uk.thinkuknow.curriculum.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that sound, film and captions files are refused if they are mislabelled, if old tablets cannot play them, or if
 * a WAV file lasts longer than a minute.
 */
class RecordingCheckTest {
    @Test
    void aMinuteOfWavAsTheStudioRecordsItIsAcceptedAndMoreIsNot() {
        assertEquals(Optional.empty(), RecordingCheck.problem("a.wav", GivenWav.of(1, 1, 16_000, 60)));
        assertTrue(problem("a.wav", GivenWav.of(1, 1, 16_000, 61)).startsWith("lasts longer than a minute"));
    }

    @Test
    void wavInAnotherFormatIsRefusedWithTheFormatsToUse() {
        assertTrue(problem("a.wav", GivenWav.of(3, 1, 16_000, 1)).contains("save it as .m4a or .mp3"));
        assertTrue(problem("a.wav", GivenWav.of(1, 2, 16_000, 1)).contains("save it as .m4a or .mp3"));
        assertTrue(problem("a.wav", GivenWav.of(1, 1, 48_000, 1)).contains("save it as .m4a or .mp3"));
        assertTrue(problem("a.wav", GivenWav.of(1, 1, 0, 1)).contains("save it as .m4a or .mp3"));
        assertTrue(problem("a.wav", new byte[9]).startsWith("is not what its name says"));
    }

    @Test
    void codecsThatOldTabletsDoNotPlayAreRefused() {
        assertEquals(Optional.empty(), RecordingCheck.problem("a.m4a", mp4("mp4a")));
        assertTrue(problem("a.m4a", mp4("Opus")).contains("AAC"));
        assertTrue(problem("a.mp4", mp4("vp09")).contains("H.264"));
    }

    @Test
    void captionsMustBeginWithWebvtt() {
        assertEquals(Optional.empty(), RecordingCheck.problem("a.vtt", "WEBVTT\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                Optional.empty(), RecordingCheck.problem("a.vtt", "\uFEFFWEBVTT\n".getBytes(StandardCharsets.UTF_8)));
        assertTrue(problem("a.vtt", "1\n00:00 --> 00:01".getBytes(StandardCharsets.UTF_8))
                .contains("WEBVTT"));
    }

    private static String problem(String file, byte[] bytes) {
        return RecordingCheck.problem(file, bytes).orElseThrow().words();
    }

    private static byte[] mp4(String form) {
        return ("....ftypM4A ....moov....stsd" + "\u0000".repeat(12) + form + ".".repeat(40))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
