package uk.thinkuknow.curriculum;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lesson in the one form in which it is stored and hashed: every picture is named by the hash of its bytes, so that
 * the hash of the whole covers the drawings too.
 *
 * @param pictures the drawings by their hash
 */
record Canonical(Lesson lesson, String json, String hash, Map<String, byte[]> pictures) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Canonical of(Lesson read, Map<String, byte[]> files) {
        var pictures = new LinkedHashMap<String, byte[]>();
        var hashes = new LinkedHashMap<String, String>();
        files.forEach((file, bytes) -> {
            var hash = Sha256.hex(bytes);
            hashes.put(file, hash);
            pictures.put(hash, bytes);
        });
        var lesson = named(read, hashes);
        try {
            var json = JSON.writeValueAsString(lesson);
            return new Canonical(lesson, json, Sha256.hex(json.getBytes(StandardCharsets.UTF_8)), pictures);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Lesson lessonOf(String json) {
        try {
            return JSON.readValue(json, Lesson.class);
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
                lesson.help());
    }

    private static Step named(Step step, Map<String, String> hashes) {
        return switch (step) {
            case Step.Read s ->
                new Step.Read(s.key(), s.title(), s.text(), named(s.picture(), hashes), s.teacherNotes());
            case Step.Look s ->
                new Step.Look(s.key(), s.title(), there(s.picture(), hashes), s.text(), s.teacherNotes());
            case Step.TalkAboutIt s ->
                new Step.TalkAboutIt(s.key(), s.title(), s.prompt(), named(s.picture(), hashes), s.teacherNotes());
            case Step.Ask s ->
                new Step.Ask(
                        s.key(),
                        s.title(),
                        s.scene(),
                        named(s.picture(), hashes),
                        named(s.question(), hashes),
                        s.teacherNotes());
        };
    }

    private static Question named(Question question, Map<String, String> hashes) {
        return switch (question) {
            case Question.SingleChoice q -> new Question.SingleChoice(q.key(), q.stem(), named(q.options(), hashes));
            case Question.MultipleChoice q ->
                new Question.MultipleChoice(q.key(), q.stem(), named(q.options(), hashes));
            case Question.PutInOrder q ->
                new Question.PutInOrder(
                        q.key(),
                        q.stem(),
                        q.items().stream()
                                .map(item -> new Question.Item(item.key(), item.text(), named(item.picture(), hashes)))
                                .toList(),
                        q.feedbackRight(),
                        q.feedbackOther());
            case Question.TrueFalse q -> q;
            case Question.Scale q -> q;
        };
    }

    private static List<Question.Option> named(List<Question.Option> options, Map<String, String> hashes) {
        return options.stream()
                .map(option -> new Question.Option(
                        option.key(),
                        option.text(),
                        named(option.picture(), hashes),
                        option.right(),
                        option.feedback()))
                .toList();
    }

    private static @Nullable Picture named(@Nullable Picture picture, Map<String, String> hashes) {
        return picture == null ? null : there(picture, hashes);
    }

    private static Picture there(Picture picture, Map<String, String> hashes) {
        return new Picture(hashes.getOrDefault(picture.file(), picture.file()), picture.name());
    }
}
