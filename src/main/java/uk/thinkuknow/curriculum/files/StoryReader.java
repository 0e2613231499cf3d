package uk.thinkuknow.curriculum.files;

import java.util.HashSet;
import java.util.List;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Question.Scene;
import uk.thinkuknow.curriculum.lesson.Question.Story;
import uk.thinkuknow.curriculum.lesson.Question.Turn;
import uk.thinkuknow.curriculum.lesson.Remark;
import uk.thinkuknow.curriculum.lesson.Shuffle;

/**
 * Reads a story with choices, and checks that every scene can be reached and that choices lead to later scenes only, so
 * that every path ends.
 */
final class StoryReader {
    private static final int MOST_SCENES = 8;

    private final PictureReader pictures;

    StoryReader(PictureReader pictures) {
        this.pictures = pictures;
    }

    Story story(String key, String stem, Fields fields) {
        var scenes = fields.keyed(
                "scenes", 2, MOST_SCENES, Words.of("files.tellTheScenesTheFirst"), this::scene, Scene::key);
        var story = new Story(key, stem, scenes);
        fields.different(
                "scenes",
                scenes.stream().flatMap(scene -> scene.turns().stream()).map(Turn::key));
        ways(fields, scenes);
        if (story.scored()) {
            best(fields, scenes);
        }
        return story;
    }

    private Scene scene(Fields fields) {
        var key = fields.key("key");
        return new Scene(
                key,
                fields.words("text", Words.of("files.tellWhatHappens")),
                pictures.in(fields),
                fields.has("turns")
                        ? Shuffle.shuffled(
                                fields.each(
                                        "turns",
                                        2,
                                        QuestionReader.most(fields),
                                        Words.of("files.sayWhatOneMayDo"),
                                        StoryReader::turn),
                                key,
                                Turn::key)
                        : List.of());
    }

    private static Turn turn(Fields fields) {
        return new Turn(
                fields.key("key"),
                fields.words("text", Words.of("files.writeWhatOneMayDo")),
                fields.words("feedback", Words.of("files.sayWhatComesOfIt")),
                fields.has("to") ? fields.key("to") : "",
                Boolean.TRUE.equals(fields.flag("best")));
    }

    private static void ways(Fields fields, List<Scene> scenes) {
        var reached = new HashSet<String>();
        for (int i = 0; i < scenes.size(); i++) {
            var scene = scenes.get(i);
            var where = "scenes[" + (i + 1) + "]";
            if (i == 0 && scene.turns().isEmpty()) {
                fields.found(where, Remark.of("files.needsTurnsTheStoryBegins"));
            }
            if (i > 0 && !reached.contains(scene.key())) {
                fields.found(where, Remark.of("files.isNeverReachedNoTurn"));
            }
            var later = scenes.subList(i + 1, scenes.size()).stream()
                    .map(Scene::key)
                    .toList();
            for (var turn : scene.turns()) {
                reached.add(turn.to());
                if (!turn.to().isEmpty() && !later.contains(turn.to())) {
                    fields.found(
                            where,
                            Remark.of(
                                    "files.turnToNoLaterScene",
                                    turn.key(),
                                    turn.to(),
                                    Spelling.suggestion(turn.to(), later)));
                }
            }
        }
    }

    private static void best(Fields fields, List<Scene> scenes) {
        for (int i = 0; i < scenes.size(); i++) {
            var turns = scenes.get(i).turns();
            if (!turns.isEmpty() && turns.stream().noneMatch(Turn::best)) {
                fields.found("scenes[" + (i + 1) + "]", Remark.of("files.needsATurnWithBest"));
            }
        }
    }
}
