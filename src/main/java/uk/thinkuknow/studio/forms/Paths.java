package uk.thinkuknow.studio.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Where a field stands in a part, as problems name it: {@code question.options[2].text}, entries counted from 1. */
public final class Paths {
    public static final String SURE = "sure-";

    private static final Pattern ENTRY = Pattern.compile("(.+)\\[(\\d{1,2})]");

    private Paths() {}

    public static String join(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }

    public static String entry(String path, int number) {
        return path + "[" + number + "]";
    }

    /** The name that a field has for all entries of its list: {@code options.right} for {@code options[2].right}. */
    static String group(String path) {
        return path.replaceFirst("\\[\\d+]\\.([^.]+)$", ".$1");
    }

    /** The number of the entry in which a field stands; 0 where it stands in none. */
    static int number(String path) {
        var entry = ENTRY.matcher(path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : path);
        return entry.matches() ? Integer.parseInt(entry.group(2)) : 0;
    }

    /** The path of a field that stands in the same part. */
    static String beside(String path, String name) {
        return join(path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "", name);
    }

    /** A word for the last part of a path that has none of its own: "options-2" for {@code question.options[2].key}. */
    static String last(String path) {
        var part = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "step";
        return part.replaceAll(".*\\.", "").replaceAll("[^a-z0-9]+", "-").replaceAll("-+$", "");
    }

    /** What stands at a path; missing where nothing does. */
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

    /** The path with the short names of its entries in the place of their numbers, where they have any. */
    public static String keyed(JsonNode tree, String path) {
        var keyed = new StringBuilder();
        var node = tree;
        for (var step : path.split("\\.")) {
            node = at(node, step);
            var key = node.path("key").asText();
            keyed.append(key.isEmpty() ? step : step.replaceFirst("\\d+]$", key + "]"))
                    .append('.');
        }
        return keyed.toString();
    }

    /** The list an entry stands in, and its place there counted from 0; nothing where the path names no entry. */
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

    /** An entry of a list; -1 where there is none. */
    record Place(ArrayNode list, int index) {}

    /** The same fields, those that were there before in the order they had. */
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
