package uk.thinkuknow.exchange.content;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.lesson.Picture;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.QuestionKind;
import uk.thinkuknow.curriculum.lesson.Step;

/** A module's file as a tree. What nobody has said stays empty there, so that the checks ask for it. */
final class ModuleTree {
    private ModuleTree() {}

    static ObjectNode of(
            String key, About about, List<Step> steps, List<Question> askedTwice, Map<String, String> scripts) {
        var tree = node();
        tree.put("format", 1);
        tree.put("key", key);
        tree.put("title", about.title());
        tree.put("band", about.band());
        tree.put("language", about.language());
        if (about.minutes() > 0) {
            tree.put("minutes", about.minutes());
        }
        tree.put("summary", about.summary());
        var objectives = tree.putArray("objectives");
        about.objectives().forEach(objectives::add);
        var strands = tree.putArray("strands");
        about.strands().forEach(strands::add);
        tree.put("teacher-notes", about.teacherNotes());
        if (!askedTwice.isEmpty()) {
            each(tree, "before-and-after", askedTwice, (node, question) -> question(question, node));
        }
        each(tree, "steps", steps, (node, step) -> step(step, scripts.getOrDefault(step.key(), ""), node));
        tree.put("ending", about.ending());
        tree.putArray("help");
        ifAny(tree, "licence", about.licence());
        return tree;
    }

    private static void step(Step step, String script, ObjectNode node) {
        node.put("kind", step instanceof Step.Ask ? "question" : Draft.kind(step));
        node.put("key", step.key());
        node.put("title", step.title());
        switch (step) {
            case Step.Read s -> {
                node.put("text", s.text());
                picture(node, "picture", s.picture());
            }
            case Step.Look s -> {
                ifAny(node, "text", s.text());
                picture(node, "picture", s.picture());
            }
            case Step.TalkAboutIt s -> {
                node.put("prompt", s.prompt());
                picture(node, "picture", s.picture());
            }
            case Step.Play s -> {
                ifAny(node, "text", s.text());
                picture(node, "picture", s.picture());
            }
            case Step.Reflect s -> {
                node.put("prompt", s.prompt());
                picture(node, "picture", s.picture());
                if (!s.ideas().isEmpty()) {
                    each(node, "ideas", s.ideas(), (part, idea) -> {
                        part.put("text", idea.text());
                        picture(part, "picture", idea.picture());
                    });
                }
            }
            case Step.Ask s -> {
                ifAny(node, "scene", s.scene());
                picture(node, "picture", s.picture());
                question(s.question(), node.putObject("question"));
            }
        }
        ifAny(node, "script", script);
        node.put("teacher-notes", step.teacherNotes());
    }

    private static void question(Question question, ObjectNode node) {
        node.put("kind", QuestionKind.of(question).key());
        node.put("key", question.key());
        node.put("stem", question.stem());
        switch (question) {
            case Question.SingleChoice q -> each(node, "options", q.options(), ModuleTree::option);
            case Question.PictureChoice q -> each(node, "options", q.options(), ModuleTree::option);
            case Question.MultipleChoice q -> each(node, "options", q.options(), ModuleTree::option);
            case Question.TrueFalse q -> {
                node.put("right", q.right());
                node.put("feedback-true", q.feedbackTrue());
                node.put("feedback-false", q.feedbackFalse());
            }
            case Question.PutInOrder q -> {
                each(node, "items", q.items(), (part, item) -> {
                    keyAndText(part, item.key(), item.text());
                    picture(part, "picture", item.picture());
                });
                node.put("feedback-right", q.feedbackRight());
                node.put("feedback-other", q.feedbackOther());
            }
            case Question.Match q -> each(node, "pairs", q.pairs(), ModuleTree::pair);
            case Question.Sort q -> {
                each(node, "groups", q.groups(), (part, group) -> {
                    keyAndText(part, group.key(), group.text());
                    picture(part, "picture", group.picture());
                });
                each(node, "items", q.items(), (part, item) -> {
                    keyAndText(part, item.key(), item.text());
                    picture(part, "picture", item.picture());
                    part.put("group", item.group());
                    part.put("feedback", item.feedback());
                });
            }
            case Question.FillTheGap q -> {
                node.put("text", q.text());
                each(node, "words", q.words(), (part, word) -> {
                    keyAndText(part, word.key(), word.text());
                    part.put("feedback", word.feedback());
                });
            }
            case Question.SpotIt q -> {
                picture(node, "picture", q.picture());
                each(node, "spots", q.spots(), ModuleTree::spot);
            }
            case Question.Poll q ->
                each(node, "choices", q.choices(), (part, choice) -> {
                    keyAndText(part, choice.key(), choice.text());
                    picture(part, "picture", choice.picture());
                    part.put("feedback", choice.feedback());
                });
            case Question.Story q -> each(node, "scenes", q.scenes(), ModuleTree::scene);
            case Question.Scale q ->
                each(node, "points", q.points(), (part, point) -> {
                    part.put("text", point.text());
                    part.put("feedback", point.feedback());
                });
        }
    }

    private static void option(ObjectNode node, Question.Option option) {
        keyAndText(node, option.key(), option.text());
        picture(node, "picture", option.picture());
        right(node, option.right());
        node.put("feedback", option.feedback());
    }

    private static void pair(ObjectNode node, Question.Pair pair) {
        keyAndText(node, pair.key(), pair.text());
        picture(node, "picture", pair.picture());
        node.put("partner", pair.partner());
        picture(node, "partner-picture", pair.partnerPicture());
        node.put("feedback", pair.feedback());
    }

    private static void spot(ObjectNode node, Question.Spot spot) {
        keyAndText(node, spot.key(), spot.text());
        node.put("x", spot.x());
        node.put("y", spot.y());
        node.put("width", spot.width());
        node.put("height", spot.height());
        right(node, spot.right());
        node.put("feedback", spot.feedback());
    }

    private static void scene(ObjectNode node, Question.Scene scene) {
        keyAndText(node, scene.key(), scene.text());
        picture(node, "picture", scene.picture());
        if (!scene.turns().isEmpty()) {
            each(node, "turns", scene.turns(), (part, turn) -> {
                keyAndText(part, turn.key(), turn.text());
                ifAny(part, "to", turn.to());
                if (turn.best()) {
                    part.put("best", true);
                }
                part.put("feedback", turn.feedback());
            });
        }
    }

    private static void keyAndText(ObjectNode node, String key, String text) {
        node.put("key", key);
        node.put("text", text);
    }

    private static void right(ObjectNode node, boolean right) {
        if (right) {
            node.put("right", true);
        }
    }

    private static void ifAny(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }

    /** A picture that has only words keeps them: the checks then ask for the drawing. */
    private static void picture(ObjectNode node, String field, @Nullable Picture picture) {
        if (picture != null) {
            var part = node.putObject(field);
            part.put("file", picture.file());
            part.put("name", picture.name());
        }
    }

    private static <T> void each(ObjectNode node, String field, List<T> parts, BiConsumer<ObjectNode, T> writing) {
        ArrayNode list = node.putArray(field);
        parts.forEach(part -> writing.accept(list.addObject(), part));
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
