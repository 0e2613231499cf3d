package uk.thinkuknow.curriculum.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.thinkuknow.common.Sha256;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.LessonFile;
import uk.thinkuknow.curriculum.lesson.Narration;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Recording;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.curriculum.lesson.StepPictures;

/**
 * A lesson in the form in which it is stored and hashed: each picture and recording is referenced by the SHA-256 of its
 * bytes, so the lesson's hash covers its files too.
 *
 * @param pictures the pictures by their hash
 * @param recordings films, sound and captions by their hash
 */
public record CanonicalLesson(
        Lesson lesson, String json, String hash, Map<String, LessonFile> pictures, Map<String, LessonFile> recordings) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Converts a lesson that was read without problems, and hashes it. */
    public static CanonicalLesson of(LessonReadResult.Fine read) {
        var hashes = new HashMap<String, String>();
        var pictures = hashed(read.pictures(), hashes);
        var recordings = hashed(read.recordings(), hashes);
        var lesson = named(read.lesson(), hashes);
        try {
            var json = JSON.writeValueAsString(lesson);
            return new CanonicalLesson(
                    lesson, json, Sha256.hex(json.getBytes(StandardCharsets.UTF_8)), pictures, recordings);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, LessonFile> hashed(Map<String, LessonFile> files, Map<String, String> hashes) {
        var byHash = new LinkedHashMap<String, LessonFile>();
        files.forEach((name, file) -> {
            hashes.put(name, file.hash());
            byHash.put(file.hash(), file);
        });
        return byHash;
    }

    /** Parses the stored JSON of a lesson. */
    public static Lesson lessonOf(String json) {
        try {
            return JSON.readValue(json, Lesson.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(Lesson lesson) {
        return JSON.valueToTree(lesson);
    }

    static Lesson lessonOf(JsonNode tree) {
        try {
            return JSON.treeToValue(tree, Lesson.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lesson named(Lesson lesson, Map<String, String> hashes) {
        return new Lesson(
                lesson.key(),
                lesson.title(),
                lesson.band(),
                lesson.language(),
                lesson.minutes(),
                lesson.lessonOnly(),
                lesson.summary(),
                lesson.objectives(),
                lesson.strands(),
                lesson.teacherNotes(),
                lesson.steps().stream().map(step -> named(step, hashes)).toList(),
                lesson.ending(),
                lesson.help(),
                lesson.narration().stream().map(one -> named(one, hashes)).toList(),
                lesson.aims(),
                lesson.rights(),
                lesson.contentGuidance(),
                lesson.edition());
    }

    /** Replaces the file names in a step by the hashes of the files. */
    private static Step named(Step step, Map<String, String> hashes) {
        var pictured = StepPictures.changed(
                step, picture -> new Picture(hashes.getOrDefault(picture.file(), picture.file()), picture.name()));
        return pictured instanceof Step.Play play
                ? new Step.Play(
                        play.key(),
                        play.title(),
                        play.text(),
                        play.picture(),
                        named(play.recording(), hashes),
                        play.teacherNotes())
                : pictured;
    }

    private static Narration named(Narration narration, Map<String, String> hashes) {
        var audio = narration.audio();
        return audio == null ? narration : new Narration(narration.step(), narration.script(), named(audio, hashes));
    }

    private static Recording named(Recording recording, Map<String, String> hashes) {
        return new Recording(
                hashes.getOrDefault(recording.file(), recording.file()),
                recording.type(),
                hashes.getOrDefault(recording.captions(), recording.captions()),
                recording.transcript());
    }
}
