package uk.thinkuknow.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has changed between two states of a lesson, step by step and word by word. */
final class Comparison {
    private static final List<String> NOT_READ = List.of("key", "kind", "format");

    private Comparison() {}

    /**
     * A step, or the lesson around them, that is not as it was.
     *
     * @param what "New", "Taken out", "Moved" or "Changed"
     * @param number where it stands now; where it stood if it was taken out; 0 for the lesson itself
     */
    record Change(String what, int number, String title, List<Row> rows) {}

    /** A text that is not as it was; empty where there was or is none. */
    record Row(String field, List<Run> was, List<Run> now) {}

    /** Some words, and whether the other side has them not. */
    record Run(String words, boolean changed) {}

    static List<Change> of(ObjectNode was, ObjectNode now) {
        var changes = new ArrayList<Change>();
        var around = rows(
                Places.part(was, Authoring.LESSON).orElseThrow(),
                Places.part(now, Authoring.LESSON).orElseThrow());
        if (!around.isEmpty()) {
            changes.add(new Change("Changed", 0, "About this lesson", around));
        }
        var before = byKey(was);
        var after = byKey(now);
        var kept = before.keySet().stream().filter(after::containsKey).toList();
        int place = 0;
        for (var step : after.entrySet()) {
            place++;
            var old = before.get(step.getKey());
            if (old == null) {
                changes.add(new Change("New", place, title(step.getValue()), rows(empty(), step.getValue())));
                continue;
            }
            var rows = rows(old, step.getValue());
            boolean moved = kept.indexOf(step.getKey())
                    != after.keySet().stream()
                            .filter(before::containsKey)
                            .toList()
                            .indexOf(step.getKey());
            if (!rows.isEmpty() || moved) {
                changes.add(new Change(rows.isEmpty() ? "Moved" : "Changed", place, title(step.getValue()), rows));
            }
        }
        int stood = 0;
        for (var step : before.entrySet()) {
            stood++;
            if (!after.containsKey(step.getKey())) {
                changes.add(new Change("Taken out", stood, title(step.getValue()), rows(step.getValue(), empty())));
            }
        }
        return changes;
    }

    private static ObjectNode empty() {
        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    }

    private static String title(ObjectNode step) {
        return step.path("title").asText().isEmpty()
                ? "Without a heading"
                : step.path("title").asText();
    }

    private static Map<String, ObjectNode> byKey(ObjectNode tree) {
        var steps = new LinkedHashMap<String, ObjectNode>();
        Places.steps(tree).forEach(step -> steps.put(step.path("key").asText(), step));
        return steps;
    }

    private static List<Row> rows(JsonNode was, JsonNode now) {
        var before = texts(was);
        var after = texts(now);
        var fields = new LinkedHashMap<>(after);
        before.forEach(fields::putIfAbsent);
        var rows = new ArrayList<Row>();
        fields.keySet().forEach(field -> {
            var old = before.getOrDefault(field, "");
            var fresh = after.getOrDefault(field, "");
            if (!old.equals(fresh)) {
                rows.add(row(field, old, fresh));
            }
        });
        return rows;
    }

    /** Every text by the words for its place: entries by their short names, so that one that is moved is still itself. */
    private static Map<String, String> texts(JsonNode part) {
        var texts = new LinkedHashMap<String, String>();
        add(texts, "", part);
        return texts;
    }

    private static void add(Map<String, String> texts, String place, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                if (!NOT_READ.contains(field.getKey())) {
                    add(texts, words(place, field.getKey()), field.getValue());
                }
            });
        } else if (node.isArray()) {
            int number = 0;
            for (var entry : node) {
                number++;
                var key = entry.path("key").asText();
                add(texts, place.replaceAll("s$", "") + " " + (key.isEmpty() ? number : "“" + key + "”"), entry);
            }
        } else {
            texts.put(place, node.isBoolean() ? (node.booleanValue() ? "Yes" : "No") : node.asText());
        }
    }

    private static String words(String place, String field) {
        var name = field.replace('-', ' ');
        return place.isEmpty() || place.equals("question") ? name : place + ", " + name;
    }

    private static Row row(String field, String was, String now) {
        var before = pieces(was);
        var after = pieces(now);
        var old = new ArrayList<Run>();
        var fresh = new ArrayList<Run>();
        for (var delta : DiffUtils.diff(before, after, true).getDeltas()) {
            boolean changed = delta.getType() != DeltaType.EQUAL;
            run(old, delta.getSource().getLines(), changed);
            run(fresh, delta.getTarget().getLines(), changed);
        }
        return new Row(Character.toUpperCase(field.charAt(0)) + field.substring(1), old, fresh);
    }

    private static List<String> pieces(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("(?<=\\s)"));
    }

    private static void run(List<Run> runs, List<String> words, boolean changed) {
        if (!words.isEmpty()) {
            runs.add(new Run(String.join("", words), changed));
        }
    }
}
