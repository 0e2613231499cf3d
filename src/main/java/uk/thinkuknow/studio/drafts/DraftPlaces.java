package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Sha256;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.StepKind;
import uk.thinkuknow.studio.forms.FieldPaths;
import uk.thinkuknow.studio.forms.FormConverter;
import uk.thinkuknow.studio.forms.FormField;
import uk.thinkuknow.studio.forms.LessonForms;

/**
 * Reads and replaces the parts of a draft that have a form of their own. They are called places: the lesson itself, and
 * each step, named by its key.
 */
public final class DraftPlaces {
    /** The field with the credits, which is edited on the page of files. */
    static final String CREDITS = "credits";

    static final String STEPS = "steps";
    private static final List<String> ELSEWHERE = List.of(STEPS, CREDITS);

    private DraftPlaces() {}

    /**
     * Checks that every step of an imported lesson has a unique key, because the address of its form contains the key.
     *
     * @throws Refused if a key is missing, malformed or used twice
     */
    static void mustHaveKeys(ObjectNode tree) {
        var taken = new HashSet<>(Set.of(DraftEditor.LESSON));
        int number = 0;
        for (var step : steps(tree)) {
            number++;
            var key = step.path("key").asText();
            if (!FormConverter.isKey(key)) {
                throw new Refused("drafts.keyNeeded", number);
            }
            if (!taken.add(key)) {
                throw new Refused("drafts.keyTaken", number, key);
            }
        }
    }

    /** Returns the address of a place's form. */
    static String address(String draft, String place) {
        return "/studio/drafts/" + draft + (place.equals(DraftEditor.LESSON) ? "/lesson" : "/steps/" + place);
    }

    /**
     * Returns the content of a place; empty if there is no such step. For the lesson itself, a copy without steps and
     * credits.
     */
    public static Optional<ObjectNode> part(ObjectNode tree, String place) {
        if (place.equals(DraftEditor.LESSON)) {
            var around = tree.deepCopy();
            around.remove(ELSEWHERE);
            return Optional.of(around);
        }
        return steps(tree).stream()
                .filter(step -> step.path("key").asText().equals(place))
                .findFirst();
    }

    /**
     * Replaces the content of a place; for the lesson itself, keeps the format, key, steps and credits and the order of
     * fields.
     */
    public static void put(ObjectNode tree, String place, ObjectNode part) {
        if (place.equals(DraftEditor.LESSON)) {
            part.set("format", tree.path("format"));
            part.set("key", tree.path("key"));
            ELSEWHERE.stream().filter(tree::has).forEach(name -> part.set(name, tree.get(name)));
            var ordered = FieldPaths.inOrderOf(part, tree);
            tree.removeAll();
            tree.setAll(ordered);
        } else if (tree.path(STEPS) instanceof ArrayNode steps) {
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).path("key").asText().equals(place)) {
                    steps.set(i, part);
                }
            }
        }
    }

    /** Returns the form fields of a place; of the age bands, only the lesson's own can be chosen. */
    public static List<FormField> fields(ObjectNode tree, String place) {
        return fields(tree, place, List.of());
    }

    /** @param bands the age bands that a lesson can be for, besides its own */
    static List<FormField> fields(ObjectNode tree, String place, Collection<String> bands) {
        if (place.equals(DraftEditor.LESSON)) {
            return LessonForms.lesson(
                    Stream.concat(bands.stream(), Stream.of(tree.path("band").asText()))
                            .filter(band -> AgeRange.of(band).isPresent())
                            .distinct()
                            .sorted(AgeRange.OF_KEYS)
                            .toList());
        }
        var step = part(tree, place).orElseThrow();
        var kind = StepKind.of(step.path("kind").asText()).orElse(StepKind.READ);
        return LessonForms.step(kind, objectives(tree), earlier(tree, place));
    }

    /** Returns a hash of a place's content, to detect whether another person has changed it. */
    static String mark(JsonNode part) {
        return Sha256.hex(part.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .substring(0, 16);
    }

    /** Returns the keys that a place must not use because others have them, by field path. */
    public static Map<String, Set<String>> taken(ObjectNode tree, String place) {
        var taken = new HashMap<String, Set<String>>();
        var steps = stepKeys(tree);
        steps.remove(place);
        taken.put("key", steps);
        taken.put("question.key", questionKeys(tree));
        return taken;
    }

    /** Returns the keys that no new step may have: those of the steps, and "lesson". */
    static Set<String> stepKeys(ObjectNode tree) {
        var keys = new HashSet<String>();
        steps(tree).forEach(step -> keys.add(step.path("key").asText()));
        keys.add(DraftEditor.LESSON);
        return keys;
    }

    static Set<String> questionKeys(ObjectNode tree) {
        var keys = new HashSet<String>();
        steps(tree).forEach(step -> keys.add(step.path("question").path("key").asText()));
        keys.remove("");
        return keys;
    }

    public static List<ObjectNode> steps(ObjectNode tree) {
        return StreamSupport.stream(tree.path(STEPS).spliterator(), false)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    /** The keys of all steps that the published lesson will have, also of those that ask before and after it. */
    static Set<String> keys(ObjectNode tree) {
        var keys = steps(tree).stream().map(step -> step.path("key").asText()).collect(Collectors.toSet());
        tree.path("before-and-after").forEach(question -> {
            var key = question.path("key").asText();
            keys.add(Lesson.BEFORE + key);
            keys.add(Lesson.AFTER + key);
        });
        return keys;
    }

    /** Returns the position of a step, counted from 1; 0 if the place is no step. */
    static int number(List<ObjectNode> steps, String place) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).path("key").asText().equals(place)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static List<String> objectives(ObjectNode tree) {
        return StreamSupport.stream(tree.path("objectives").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /**
     * Returns the questions before a step, without scales and polls, for a scale that asks how sure a child is of an
     * earlier answer.
     */
    private static List<FormField.Choice> earlier(ObjectNode tree, String place) {
        var earlier = new ArrayList<FormField.Choice>();
        for (var step : steps(tree)) {
            if (step.path("key").asText().equals(place)) {
                break;
            }
            var question = step.path("question");
            if (question.has("key")
                    && !List.of("scale", "poll").contains(question.path("kind").asText())) {
                earlier.add(new FormField.Choice(
                        question.path("key").asText(), question.path("stem").asText()));
            }
        }
        return earlier;
    }

    /** Returns the places that use a file, in words such as "step 2". */
    static List<String> uses(ObjectNode tree, String file) {
        var uses = new ArrayList<String>();
        if (names(part(tree, DraftEditor.LESSON).orElseThrow(), file)) {
            uses.add(Words.of("drafts.usedInLesson"));
        }
        int number = 0;
        for (var step : steps(tree)) {
            number++;
            if (names(step, file)) {
                uses.add(Words.of("drafts.step", number));
            }
        }
        return uses;
    }

    private static boolean names(JsonNode node, String file) {
        return node.isTextual()
                ? node.asText().equals(file)
                : StreamSupport.stream(node.spliterator(), false).anyMatch(each -> names(each, file));
    }
}
