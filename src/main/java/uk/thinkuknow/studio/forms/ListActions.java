package uk.thinkuknow.studio.forms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import uk.thinkuknow.curriculum.lesson.QuestionKind;

/**
 * Adds, removes or moves an entry of a list in a lesson, as its author has pressed in a form:
 * {@code add question.options}, {@code remove question.options[2]}, {@code up …}, {@code down …}; for a list with
 * several kinds, {@code add before-and-after scale}. Any other text does nothing.
 */
public final class ListActions {
    private static final Set<String> POINTED_AT = Set.of("groups", "scenes");

    private ListActions() {}

    /** Applies an action to the lists in a part of a lesson. */
    public static void apply(ObjectNode part, String act) {
        var words = act.split(" ");
        if (words.length < 2) {
            return;
        }
        var place = FieldPaths.place(part, words[1]);
        var list = place.list();
        int at = place.index();
        switch (words[0]) {
            case "add" -> add(part, words[1], words.length > 2 ? words[2] : "");
            case "remove" -> {
                if (at >= 0) {
                    list.remove(at);
                }
            }
            case "up" -> {
                if (at > 0) {
                    list.insert(at - 1, list.remove(at));
                }
            }
            case "down" -> {
                if (at >= 0 && at < list.size() - 1) {
                    list.insert(at + 1, list.remove(at));
                }
            }
            default -> {}
        }
    }

    private static void add(ObjectNode part, String path, String kind) {
        boolean inside = path.contains(".") || path.contains("[");
        var owner = inside ? FieldPaths.at(part, path.substring(0, path.lastIndexOf('.'))) : part;
        if (!(owner instanceof ObjectNode fields)) {
            return;
        }
        var name = path.replaceAll("^.*\\.", "");
        var list = fields.path(name) instanceof ArrayNode there ? there : fields.putArray(name);
        if (name.equals("objectives")) {
            list.add("");
        } else {
            var one = JsonNodeFactory.instance.objectNode();
            if (QuestionKind.of(kind).isPresent()) {
                one.put("kind", kind);
                fillQuestion(one);
            }
            name(one, name, list);
            list.add(one);
        }
    }

    /** Adds to a new step the empty list entries its author will need. */
    public static void fill(ObjectNode step) {
        if (step.path("question") instanceof ObjectNode question) {
            fillQuestion(question);
        }
    }

    private static void fillQuestion(ObjectNode question) {
        var kind = QuestionKind.of(question.path("kind").asText()).orElseThrow();
        switch (kind) {
            case SINGLE_CHOICE, PICTURE_CHOICE, MULTIPLE_CHOICE -> entries(question, "options", 3);
            case PUT_IN_ORDER -> entries(question, "items", 3);
            case MATCH -> entries(question, "pairs", 3);
            case SORT -> {
                entries(question, "groups", 2);
                entries(question, "items", 3);
            }
            case FILL_THE_GAP -> entries(question, "words", 2);
            case SPOT_IT -> entries(question, "spots", 2);
            case SCALE -> entries(question, "points", 3);
            case POLL -> entries(question, "choices", 2);
            case STORY -> entries(question, "scenes", 2);
            case TRUE_FALSE -> {}
        }
    }

    private static void entries(ObjectNode question, String name, int number) {
        var list = question.putArray(name);
        for (int i = 0; i < number; i++) {
            var one = JsonNodeFactory.instance.objectNode();
            name(one, name, list);
            list.add(one);
        }
    }

    /**
     * Entries that other parts of the question refer to get a key at once; else they could not be chosen before the
     * first save.
     */
    private static void name(ObjectNode one, String name, ArrayNode list) {
        if (POINTED_AT.contains(name)) {
            var taken = new HashSet<String>();
            list.forEach(other -> taken.add(other.path("key").asText()));
            one.put("key", FormConverter.key("", name + "-" + (list.size() + 1), taken));
        }
    }
}
