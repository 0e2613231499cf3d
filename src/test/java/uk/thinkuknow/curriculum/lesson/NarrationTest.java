package uk.thinkuknow.curriculum.lesson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.curriculum.files.Canonical;
import uk.thinkuknow.curriculum.files.EveryKind;
import uk.thinkuknow.curriculum.files.LessonRead;
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
        var lesson = Canonical.of(fine(SAID)).lesson();
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
        var json = Canonical.of(fine("")).json();
        assertFalse(json.contains("narration"));
        assertEquals(List.of(), Canonical.lessonOf(json).narration());
    }

    @Test
    void aMissingRecordingIsReported() throws IOException {
        var faulty = (LessonRead.Faulty) LessonReader.read(folder("    audio: nobody.mp3\n"));
        assertEquals(
                List.of("steps[1].audio"),
                faulty.problems().stream().map(Problem::field).toList());
    }

    private static LessonRead.Fine fine(String said) throws IOException {
        return (LessonRead.Fine) LessonReader.read(folder(said));
    }

    private static LessonFolder folder(String said) throws IOException {
        var every = EveryKind.folder("8-10");
        var files = new HashMap<>(every.files());
        var yaml = new String(files.get(LessonFolder.MODULE), StandardCharsets.UTF_8);
        int steps = yaml.indexOf("steps:");
        int notes = yaml.indexOf("    teacher-notes:", steps);
        files.put(
                LessonFolder.MODULE,
                (yaml.substring(0, notes) + said + yaml.substring(notes)).getBytes(StandardCharsets.UTF_8));
        return new LessonFolder(every.name(), files);
    }
}
