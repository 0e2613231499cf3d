package uk.thinkuknow.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.LessonFolder;
import uk.thinkuknow.curriculum.Sha256;

/** What has changed between two states of a lesson, step by step and word by word. */
final class Comparison {
    private static final List<String> NOT_READ = List.of("key", "kind", "format");

    private final Side was;
    private final Side now;

    private Comparison(Side was, Side now) {
        this.was = was;
        this.now = now;
    }

    /**
     * A step, or the lesson around them, that is not as it was.
     *
     * @param what "New", "Taken out", "Moved" or "Changed"
     * @param number where it stands now; where it stood if it was taken out; 0 for the lesson itself
     */
    record Change(String what, int number, String title, List<Row> rows) {}

    /** A text that is not as it was, empty where there was or is none; or a picture that is another one. */
    record Row(
            String field,
            List<Run> was,
            List<Run> now,
            @Nullable Shown pictureWas,
            @Nullable Shown pictureNow) {
        public boolean isPicture() {
            return pictureWas != null || pictureNow != null;
        }
    }

    /** A picture to be looked at, with the words that stand for it. */
    record Shown(String file, String address, String name) {}

    /** Some words, and whether the other side has them not. */
    record Run(String words, boolean changed) {}

    /**
     * A lesson as it stands.
     *
     * @param files the files of its folder
     * @param address where one of its pictures can be looked at
     */
    record Side(ObjectNode tree, Map<String, byte[]> files, Function<String, String> address) {
        /** A folder of which all that is used is published. */
        static Side published(LessonFolder folder, ObjectNode tree) {
            return new Side(
                    tree,
                    folder.files(),
                    name -> "/pictures/" + Sha256.hex(folder.files().getOrDefault(name, new byte[0])));
        }

        private boolean has(JsonNode node) {
            return node.isObject()
                    && files.containsKey(
                            LessonFolder.PICTURES + node.path("file").asText());
        }

        private Shown shown(JsonNode node) {
            var file = node.path("file").asText();
            return new Shown(
                    file,
                    address.apply(LessonFolder.PICTURES + file),
                    node.path("name").asText());
        }

        private byte[] bytes(Shown picture) {
            return files.getOrDefault(LessonFolder.PICTURES + picture.file(), new byte[0]);
        }
    }

    static List<Change> of(Side was, Side now) {
        return new Comparison(was, now).changes();
    }

    private List<Change> changes() {
        var changes = new ArrayList<Change>();
        var around = rows(
                Places.part(was.tree(), Authoring.LESSON).orElseThrow(),
                Places.part(now.tree(), Authoring.LESSON).orElseThrow());
        around.addAll(rows(was.tree().path(Places.CREDITS), now.tree().path(Places.CREDITS)));
        if (!around.isEmpty()) {
            changes.add(new Change("Changed", 0, "About this lesson", around));
        }
        var before = byKey(was.tree());
        var after = byKey(now.tree());
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
        return JsonNodeFactory.instance.objectNode();
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

    private List<Row> rows(JsonNode old, JsonNode fresh) {
        var before = new Texts(was);
        before.add("", old);
        var after = new Texts(now);
        after.add("", fresh);
        var fields = new LinkedHashSet<>(after.fields);
        fields.addAll(before.fields);
        var rows = new ArrayList<Row>();
        fields.forEach(field -> {
            var picture = before.pictures.get(field);
            var other = after.pictures.get(field);
            if (differ(picture, other)) {
                rows.add(new Row(capital(field), List.of(), List.of(), picture, other));
            }
            var said = before.texts.getOrDefault(field, "");
            var says = after.texts.getOrDefault(field, "");
            if (!said.equals(says)) {
                rows.add(row(field, said, says));
            }
        });
        return rows;
    }

    private boolean differ(@Nullable Shown picture, @Nullable Shown other) {
        return picture == null || other == null
                ? picture != other
                : !Arrays.equals(was.bytes(picture), now.bytes(other));
    }

    /** Every text and picture by the words for its place: entries by their short names, so that one that is moved is still itself. */
    private static final class Texts {
        private final Side side;
        private final Set<String> fields = new LinkedHashSet<>();
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, Shown> pictures = new HashMap<>();

        private Texts(Side side) {
            this.side = side;
        }

        private void add(String place, JsonNode node) {
            boolean picture = side.has(node);
            if (picture) {
                pictures.put(place, side.shown(node));
                fields.add(place);
            }
            if (node.isObject()) {
                node.properties().forEach(field -> {
                    if (!NOT_READ.contains(field.getKey())
                            && !(picture && field.getKey().equals("file"))) {
                        add(words(place, field.getKey()), field.getValue());
                    }
                });
            } else if (node.isArray()) {
                int number = 0;
                for (var entry : node) {
                    number++;
                    var key = entry.path(entry.has("file") ? "file" : "key").asText();
                    add(place.replaceAll("s$", "") + " " + (key.isEmpty() ? number : "“" + key + "”"), entry);
                }
            } else {
                fields.add(place);
                texts.put(place, node.isBoolean() ? (node.booleanValue() ? "Yes" : "No") : node.asText());
            }
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
        return new Row(capital(field), old, fresh, null, null);
    }

    private static String capital(String field) {
        return Character.toUpperCase(field.charAt(0)) + field.substring(1);
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
