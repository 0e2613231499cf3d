package uk.thinkuknow.studio.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * Builds and follows the paths of fields in a part of a lesson, for example {@code question.options[2].text}. List
 * entries are counted from 1.
 */
public final class FieldPaths {
    public static final String SURE = "sure-";

    private static final Pattern ENTRY = Pattern.compile("^(.+)\\[(\\d{1,2})]");

    private FieldPaths() {}

    public static String join(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }

    public static String entry(String path, int number) {
        return path + "[" + number + "]";
    }

    /** Returns the name a field has for all entries of its list: {@code options.right} for {@code options[2].right}. */
    static String group(String path) {
        return path.replaceFirst("\\[\\d+]\\.([^.]+)$", ".$1");
    }

    /** Returns the number of the list entry a field is in; 0 if none. */
    static int number(String path) {
        var entry = ENTRY.matcher(path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : path);
        return entry.matches() ? Integer.parseInt(entry.group(2)) : 0;
    }

    /** Returns the path of another field in the same part. */
    static String beside(String path, String name) {
        return join(path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "", name);
    }

    /** Returns a fallback key made from a path: "options-2" for {@code question.options[2].key}. */
    static String last(String path) {
        var part = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "step";
        return part.replaceAll("^.*\\.", "").replaceAll("[^a-z0-9]+", "-").replaceAll("(?<!-)-+$", "");
    }

    /** Returns the node at a path; a missing node if there is none. */
    public static JsonNode at(JsonNode tree, String path) {
        var node = tree;
        for (var step : path.split("\\.")) {
            var entry = ENTRY.matcher(step);
            node = entry.matches()
                    ? node.path(entry.group(1)).path(Integer.parseInt(entry.group(2)) - 1)
                    : node.path(step);
        }
        return node;
    }

    /** Returns the path with list entries named by key, where they have one, instead of by number. */
    public static String keyed(JsonNode tree, String path) {
        var keyed = new StringBuilder();
        var node = tree;
        for (var step : path.split("\\.")) {
            node = at(node, step);
            var key = node.path("key").asText();
            keyed.append(key.isEmpty() ? step : step.replaceFirst("(?<!\\d)\\d+]$", key + "]"))
                    .append('.');
        }
        return keyed.toString();
    }

    /** Returns the list and index of the entry at a path; an empty list and -1 if the path names no entry. */
    static Place place(JsonNode tree, String path) {
        var entry = ENTRY.matcher(path);
        if (entry.matches() && at(tree, entry.group(1)) instanceof ArrayNode list) {
            int index = Integer.parseInt(entry.group(2)) - 1;
            if (index >= 0 && index < list.size()) {
                return new Place(list, index);
            }
        }
        return new Place(JsonNodeFactory.instance.arrayNode(), -1);
    }

    /** A list and the index of an entry, counted from 0; -1 if none. */
    record Place(ArrayNode list, int index) {}

    /** Returns the fields of a part, those of the earlier version first in their earlier order. */
    public static ObjectNode inOrderOf(ObjectNode part, JsonNode was) {
        var ordered = JsonNodeFactory.instance.objectNode();
        was.fieldNames().forEachRemaining(name -> {
            if (part.has(name)) {
                ordered.set(name, part.get(name));
            }
        });
        part.properties().forEach(field -> {
            if (!ordered.has(field.getKey())) {
                ordered.set(field.getKey(), field.getValue());
            }
        });
        return ordered;
    }
}
