package uk.thinkuknow.reach.periods;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.report.ReachTable;

/** Figures as a tree of JSON, in which single numbers can be read, set and hidden by their key. */
final class FiguresTree {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String WEEKS = "weeks";

    private final ObjectNode root;

    FiguresTree(String json) {
        try {
            root = (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures could not be read", e);
        }
    }

    /** The number with a key; null if there is none. */
    @Nullable
    JsonNode get(String key) {
        var name = key.split("/", -1);
        var holder = holder(name);
        return holder == null ? null : holder.get(name[2]);
    }

    boolean has(String key) {
        return get(key) != null;
    }

    /** Sets a number that is there; null hides it. */
    void set(String key, @Nullable JsonNode number) {
        var name = key.split("/", -1);
        var holder = holder(name);
        if (holder != null && holder.has(name[2])) {
            holder.set(name[2], number);
        }
    }

    private @Nullable ObjectNode holder(String[] name) {
        return switch (name[0]) {
            case "schools" -> root;
            case "total", "quality", "others" -> (ObjectNode) root.get(name[0]);
            case "check" ->
                (ObjectNode)
                        (name[1].isEmpty()
                                ? root.get("check")
                                : root.get("check").get(name[1]));
            case WEEKS -> find(root.get(WEEKS), "monday", name[1]);
            default -> find(root.path("tables").path(name[0]), "key", name[1]);
        };
    }

    private static @Nullable ObjectNode find(JsonNode rows, String field, String value) {
        for (var row : rows) {
            if (row.path(field).asText().equals(value)) {
                return (ObjectNode) row;
            }
        }
        return null;
    }

    static boolean isOfWeek(String key) {
        return key.startsWith(WEEKS + "/");
    }

    /** The margin of a check says nothing without the heads it is of, and with one of them would give the other away. */
    void hideCheckWithoutHeads(Collection<String> hidden) {
        var signed = PublicCells.key("check", "", "signed");
        var said = PublicCells.key("check", "", "said");
        if (hidden.contains(signed) || hidden.contains(said)) {
            set(said, null);
            hidden.add(said);
            set(PublicCells.key("check", "", "margin"), null);
        }
    }

    /**
     * Leaves the weeks with both bounds; each adds what was added since the one before it. Their range follows from that
     * of the total: without it, no week is left.
     */
    void keepShownWeeks(Collection<String> hidden) {
        var shown = MAPPER.createArrayNode();
        int before = 0;
        boolean range = !hidden.contains("total//new") && !hidden.contains("total//newLower");
        for (var week : root.get(WEEKS)) {
            var monday = week.get("monday").asText();
            if (range
                    && !hidden.contains(PublicCells.key(WEEKS, monday, "soFar"))
                    && !hidden.contains(PublicCells.key(WEEKS, monday, "upperSoFar"))) {
                int soFar = week.get("soFar").asInt();
                ((ObjectNode) week).set("added", IntNode.valueOf(soFar - before));
                before = soFar;
                shown.add(week);
            }
        }
        root.set(WEEKS, shown);
    }

    void list(String name, Collection<String> keys) {
        var list = MAPPER.createArrayNode();
        keys.stream().sorted().forEach(list::add);
        root.set(name, list);
    }

    Set<String> keys(String name) {
        var keys = new TreeSet<String>();
        root.path(name).forEach(key -> keys.add(key.asText()));
        return keys;
    }

    /** The figures, with 0 for each hidden number. */
    FrozenFigures figures() {
        var copy = root.deepCopy();
        copy.remove("hidden");
        copy.remove("kept");
        nought(copy.get("others"));
        nought(copy.get("total"), ReachTable.LAST_COLUMNS);
        copy.get("tables").forEach(table -> table.forEach(row -> nought(row, ReachTable.LAST_COLUMNS)));
        return new FiguresJson(copy.toString(), "").figures();
    }

    private static void nought(JsonNode numbers) {
        var names = new ArrayList<String>();
        numbers.fieldNames().forEachRemaining(names::add);
        nought(numbers, names);
    }

    /** A number that may be missing is not missing if it is hidden. */
    private static void nought(JsonNode numbers, List<String> names) {
        for (var name : names) {
            var number = numbers.get(name);
            if (number != null && number.isNull()) {
                ((ObjectNode) numbers).set(name, IntNode.valueOf(0));
            }
        }
    }

    /** The tree as JSON with its names in alphabetical order. */
    String json() {
        return sorted(root).toString();
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var sorted = MAPPER.createObjectNode();
            var names = new TreeSet<String>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> sorted.set(name, sorted(object.get(name))));
            return sorted;
        }
        if (node instanceof ArrayNode array) {
            var sorted = MAPPER.createArrayNode();
            array.forEach(each -> sorted.add(sorted(each)));
            return sorted;
        }
        return node;
    }
}
