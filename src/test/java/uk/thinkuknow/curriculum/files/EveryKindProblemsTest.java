package uk.thinkuknow.curriculum.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the messages for mistakes in pairs, groups, gaps, spots, scenes and recordings. */
class EveryKindProblemsTest {
    private static final String BAND = "4-7";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                told(
                        "picture: {file: message.svg, name: A message}, feedback: Otter need",
                        "feedback: Otter need",
                        "options: must each have a picture; without one the kind is single-choice"),
                told("partner: Is in the game, ", "", "pairs[2].partner: is missing; write what belongs to it"),
                told(
                        "{key: castle, text: Castle,",
                        "{key: owl, text: Castle,",
                        "question.pairs: has the key “owl” more than once"),
                told(
                        "group: keep, feedback: It tells who",
                        "group: kep, feedback: It tells who",
                        "items[3].group: cannot be “kep”; did you mean “keep”?"),
                told("group: share", "group: keep", "items: has nothing that belongs to the group “OK to share”"),
                told(
                        "We [stop] and",
                        "We [stopp] and",
                        "text: has the gap [stopp], which is no word’s key; did you mean “stop”?"),
                told("We [stop] and", "We stop and", "text: needs 1 to 1 gaps, each as [key], has 0"),
                told("We [stop] and tell", "We [stop] and [hide]", "text: needs 1 to 1 gaps, each as [key], has 2"),
                told(
                        "picture: {file: otter-plays.svg, name: Otter plays on a rug.}",
                        "picture: {file: castle.svg, name: A castle}",
                        "question.picture: must be a drawing with the viewBox “0 0 640 400”"),
                told(
                        "x: 40, y: 40, width: 140",
                        "x: 300, y: 200, width: 140",
                        "spots[2]: lies over place 1, “The tablet”"),
                told("x: 520, y: 40, width: 100", "x: 560, y: 40, width: 100", "spots[3]: goes beyond the picture"),
                told(
                        "width: 100, height: 120",
                        "width: 10, height: 120",
                        "spots[3].width: must be between 64 and 640, not 10"),
                told("height: 110, right: true", "height: 110", "spots: must have at least one with “right: true”"),
                told(
                        "to: worse, feedback",
                        "to: start, feedback",
                        "scenes[1]: has the turn “wait” to “start”, which is not a later scene"),
                told(
                        "to: worse, feedback",
                        "to: owl, feedback",
                        "scenes[2]: is never reached: no turn of an earlier scene leads here"),
                told(
                        "to: owl, best: true, feedback: It is never",
                        "to: owl, feedback: It is never",
                        "scenes[2]: needs a turn with “best: true”, since other scenes have one"),
                told(
                        "{key: alone, text: Stay",
                        "{key: wait, text: Stay",
                        "question.scenes: has the key “wait” more than once"),
                told(
                        "captions: otter-asks.vtt",
                        "captions: other.vtt",
                        "recording.captions: is not in recordings/: there is no other.vtt"),
                told(
                        "file: otter-asks.mp3",
                        "file: otter-asks.ogg",
                        "recording.file: must be the bare name of an .mp4, .m4a or .mp3"),
                told("file: otter-asks.mp3", "file: ../../../etc/passwd.mp3", "recording.file: must be the bare name"),
                told(
                        "prompt: Think of one person.\n    ideas:",
                        "prompt: Think of one person.\n    idea:",
                        "ideas: is missing; children below eight do not write"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsReportedWithItsFieldAndReason(String right, String wrong, String told) throws IOException {
        var yaml = EveryKindLesson.yaml(BAND);
        assertTrue(yaml.contains(right), right);
        var problems = problems(yaml.replace(right, wrong), new byte[0], new byte[0]);
        assertTrue(problems.stream().anyMatch(problem -> problem.contains(told)), problems::toString);
    }

    @Test
    void aRecordingMustBeWhatItsNameSaysAndAtMostThreeMegabytesAndCaptionsMustBeWebVtt() throws IOException {
        var text = "not sound, not captions".getBytes(StandardCharsets.UTF_8);
        var problems = problems(EveryKindLesson.yaml(BAND), text, text).toString();
        assertTrue(problems.contains("recordings/otter-asks.mp3: is not what its name says: save it again as .mp3"));
        assertTrue(problems.contains("recordings/otter-asks.vtt: is not WebVTT"), problems);
        var large = problems(EveryKindLesson.yaml(BAND), new byte[LessonFolder.LARGEST_RECORDING + 1], new byte[0]);
        assertTrue(large.toString().contains("otter-asks.mp3: is larger than 3 MB"), large::toString);
    }

    private static Arguments told(String right, String wrong, String told) {
        return Arguments.of(right, wrong, told);
    }

    /** Empty bytes leave the folder's own file in place. */
    private static List<String> problems(String yaml, byte[] sound, byte[] captions) {
        var folder = EveryKindLesson.folder(BAND).with(LessonFolder.MODULE, yaml.getBytes(StandardCharsets.UTF_8));
        if (sound.length > 0) {
            folder = folder.with(LessonFolder.RECORDINGS + "otter-asks.mp3", sound);
        }
        if (captions.length > 0) {
            folder = folder.with(LessonFolder.RECORDINGS + "otter-asks.vtt", captions);
        }
        var read = assertInstanceOf(LessonReadResult.Faulty.class, LessonReader.read(folder));
        return read.problems().stream().map(Object::toString).toList();
    }
}
