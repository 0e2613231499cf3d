package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Sha256;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.studio.forms.FieldLabels;
import uk.thinkuknow.studio.forms.FieldPaths;

/** Computes the differences between two states of a lesson, step by step and word by word. */
final class LessonComparison {
    private static final Map<String, String> CREDITED = new TreeMap<>(Map.of(
            "source",
            Words.of("drafts.source"),
            "licence",
            Words.of("drafts.licence"),
            "name",
            Words.of("forms.pictureInWords")));

    private final Side was;
    private final Side now;

    private LessonComparison(Side was, Side now) {
        this.was = was;
        this.now = now;
    }

    /**
     * A step, or the lesson itself, that differs.
     *
     * @param number its position now, or its old position if removed; 0 for the lesson itself
     */
    record Change(Difference what, int number, String title, List<Row> rows) {
        public String words() {
            return Words.of(what);
        }

        public String tone() {
            return what == Difference.NEW ? "green" : what == Difference.TAKEN_OUT ? "orange" : "blue";
        }

        public String heading() {
            return number == 0 ? title : Words.of("drafts.stepNamed", number, title);
        }
    }

    /** How a step differs. */
    enum Difference {
        NEW,
        TAKEN_OUT,
        MOVED,
        CHANGED
    }

    /** A text or picture that differs; the text is empty where the field did not or does not exist. */
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

    /** A picture with its address and text alternative. */
    record Shown(String file, String address, String name) {}

    /** Consecutive words, and whether the other side lacks them. */
    record Run(String words, boolean changed) {}

    /**
     * One of the two compared states.
     *
     * @param files the files of its folder
     * @param address returns the address of one of its pictures
     */
    record Side(ObjectNode tree, Map<String, byte[]> files, Function<String, String> address) {
        /** Returns the state of a published version, with pictures at their public addresses. */
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
        return new LessonComparison(was, now).changes();
    }

    private List<Change> changes() {
        var changes = new ArrayList<Change>();
        var around = rows(Texts.of(was, DraftEditor.LESSON), Texts.of(now, DraftEditor.LESSON));
        around.addAll(rows(Texts.credits(was), Texts.credits(now)));
        if (!around.isEmpty()) {
            changes.add(new Change(Difference.CHANGED, 0, Words.of("drafts.aboutLesson"), around));
        }
        var before = byKey(was.tree());
        var after = byKey(now.tree());
        var kept = before.keySet().stream().filter(after::containsKey).toList();
        int place = 0;
        for (var step : after.entrySet()) {
            place++;
            var old = before.get(step.getKey());
            if (old == null) {
                changes.add(new Change(
                        Difference.NEW, place, title(step.getValue()), rows(Texts.NONE, Texts.of(now, step.getKey()))));
                continue;
            }
            var rows = rows(Texts.of(was, step.getKey()), Texts.of(now, step.getKey()));
            boolean moved = kept.indexOf(step.getKey())
                    != after.keySet().stream()
                            .filter(before::containsKey)
                            .toList()
                            .indexOf(step.getKey());
            if (!rows.isEmpty() || moved) {
                changes.add(new Change(
                        rows.isEmpty() ? Difference.MOVED : Difference.CHANGED, place, title(step.getValue()), rows));
            }
        }
        int stood = 0;
        for (var step : before.entrySet()) {
            stood++;
            if (!after.containsKey(step.getKey())) {
                changes.add(new Change(
                        Difference.TAKEN_OUT,
                        stood,
                        title(step.getValue()),
                        rows(Texts.of(was, step.getKey()), Texts.NONE)));
            }
        }
        return changes;
    }

    private static String title(ObjectNode step) {
        return step.path("title").asText().isEmpty()
                ? Words.of("drafts.noHeading")
                : step.path("title").asText();
    }

    private static Map<String, ObjectNode> byKey(ObjectNode tree) {
        var steps = new LinkedHashMap<String, ObjectNode>();
        DraftPlaces.steps(tree).forEach(step -> steps.put(step.path("key").asText(), step));
        return steps;
    }

    private List<Row> rows(Texts before, Texts after) {
        var labels = new LinkedHashMap<>(after.labels);
        before.labels.forEach(labels::putIfAbsent);
        var rows = new ArrayList<Row>();
        labels.forEach((field, label) -> {
            var picture = before.pictures.get(field);
            var other = after.pictures.get(field);
            if (differ(picture, other)) {
                rows.add(new Row(label, List.of(), List.of(), picture, other));
            }
            var said = before.texts.getOrDefault(field, "");
            var says = after.texts.getOrDefault(field, "");
            if (!said.equals(says)) {
                rows.add(row(label, said, says));
            }
        });
        return rows;
    }

    private boolean differ(@Nullable Shown picture, @Nullable Shown other) {
        return picture == null || other == null
                ? picture != other
                : !Arrays.equals(was.bytes(picture), now.bytes(other));
    }

    /**
     * The texts and pictures of a place by field path. In a path, list entries are named by key, so that a moved entry
     * is no difference.
     */
    private static final class Texts {
        private static final Texts NONE = new Texts();

        private final Map<String, String> labels = new LinkedHashMap<>();
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, Shown> pictures = new HashMap<>();

        /** Collects the fields of the place's form. */
        private static Texts of(Side side, String place) {
            var texts = new Texts();
            var part = DraftPlaces.part(side.tree(), place).orElseThrow();
            var form = new FieldViewBuilder(part, List.copyOf(side.files().keySet()), PlaceRemarks.NONE)
                    .all(DraftPlaces.fields(side.tree(), place));
            FieldLabels.of(form).forEach((path, field) -> {
                var at = FieldPaths.keyed(part, path);
                var picture = FieldPaths.at(part, path.replaceFirst("\\.file$", ""));
                if (path.endsWith(".file") && side.has(picture)) {
                    texts.labels.put(at, field.label());
                    texts.pictures.put(at, side.shown(picture));
                } else if (!field.says().isEmpty()) {
                    texts.put(at, field.label(), field.says());
                }
            });
            return texts;
        }

        /** Collects the credits, which are edited on the page of files. */
        private static Texts credits(Side side) {
            var texts = new Texts();
            texts.credit("", "", side.tree().path(DraftPlaces.CREDITS));
            side.tree().at("/" + DraftPlaces.CREDITS + "/files").forEach(one -> {
                var file = one.path("file").asText();
                texts.credit(file + " ", file + ": ", one);
            });
            return texts;
        }

        private void credit(String at, String of, JsonNode said) {
            CREDITED.forEach((field, label) -> {
                if (said.path(field).isTextual()) {
                    put(at + field, of + label, said.path(field).asText());
                }
            });
        }

        private void put(String at, String label, String says) {
            labels.put(at, label);
            texts.put(at, says);
        }
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
        return new Row(field, old, fresh, null, null);
    }

    /** Splits a text into words; one that is too long is a piece as a whole, because comparing takes the square of them. */
    private static List<String> pieces(String text) {
        return text.isEmpty()
                ? List.of()
                : text.length() > LessonFolder.LONGEST_TEXT ? List.of(text) : Arrays.asList(text.split("(?<=\\s)"));
    }

    private static void run(List<Run> runs, List<String> words, boolean changed) {
        if (!words.isEmpty()) {
            runs.add(new Run(String.join("", words), changed));
        }
    }
}
