package uk.thinkuknow.curriculum.lesson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.curriculum.files.CanonicalLesson;
import uk.thinkuknow.curriculum.files.EveryKindLesson;
import uk.thinkuknow.curriculum.files.LessonReadResult;
import uk.thinkuknow.curriculum.files.LessonReader;
import uk.thinkuknow.curriculum.files.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests scripts to read aloud and voice recordings of steps. */
class NarrationTest {
    private static final String SAID = "    script: Owl is listening. Who would you tell?\n    audio: otter-asks.mp3\n";

    @Test
    void aStepHasItsScriptAndItsRecordedVoice() throws IOException {
        var lesson = CanonicalLesson.of(fine(SAID)).lesson();
        var first = lesson.steps().getFirst().key();
        var narration = lesson.narrationOf(first);
        assertEquals("Owl is listening. Who would you tell?", narration.script());
        assertTrue(narration.address().matches("/media/[0-9a-f]{64}\\.mp3"), narration.address());
        assertEquals("", lesson.narrationOf(lesson.steps().get(1).key()).script());
        assertEquals("", lesson.narrationOf(lesson.steps().get(1).key()).address());
        assertTrue(lesson.recordings().contains(narration.audio()));
    }

    @Test
    void aLessonWithoutNarrationIsStoredWithoutTheField() throws IOException {
        var json = CanonicalLesson.of(fine("")).json();
        assertFalse(json.contains("narration"));
        assertEquals(List.of(), CanonicalLesson.lessonOf(json).narration());
    }

    @Test
    void aMissingRecordingIsReported() throws IOException {
        var faulty = (LessonReadResult.Faulty) LessonReader.read(folder("    audio: nobody.mp3\n"));
        assertEquals(
                List.of("steps[1].audio"),
                faulty.problems().stream().map(Problem::field).toList());
    }

    private static LessonReadResult.Fine fine(String said) throws IOException {
        return (LessonReadResult.Fine) LessonReader.read(folder(said));
    }

    private static LessonFolder folder(String said) throws IOException {
        var every = EveryKindLesson.folder("8-10");
        var yaml = new String(every.bytes(LessonFolder.MODULE), StandardCharsets.UTF_8);
        int steps = yaml.indexOf("steps:");
        int notes = yaml.indexOf("    teacher-notes:", steps);
        return every.with(
                LessonFolder.MODULE,
                (yaml.substring(0, notes) + said + yaml.substring(notes)).getBytes(StandardCharsets.UTF_8));
    }
}
