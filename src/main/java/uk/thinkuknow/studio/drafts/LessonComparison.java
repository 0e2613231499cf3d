package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.files.ModuleYaml;
import uk.thinkuknow.curriculum.files.TranslationSheet;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.studio.forms.FieldLabels;
import uk.thinkuknow.studio.forms.FieldPaths;
import uk.thinkuknow.studio.forms.FieldView;

/** Computes the differences between two states of a lesson, step by step and word by word. */
final class LessonComparison {
    private static final int LABEL_AT_MOST = 60;
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

    /** A text or file that differs; the text is empty where the field did not or does not exist. */
    record Row(
            String field,
            List<Run> was,
            List<Run> now,
            @Nullable Shown fileWas,
            @Nullable Shown fileNow) {
        /** Whether another file has the name of the former. */
        public boolean isExchanged() {
            return fileWas != null && fileNow != null && fileWas.file().equals(fileNow.file());
        }
    }

    /**
     * A picture, film, recording or its captions.
     *
     * @param file its name in the lesson's folder
     * @param words the text alternative of a picture; null for the others, whose name is shown
     */
    record Shown(String file, String address, @Nullable String words) {
        public String name() {
            return file.substring(file.lastIndexOf('/') + 1);
        }
    }

    /** Consecutive words, and whether the other side lacks them. */
    record Run(String words, boolean changed) {}

    /**
     * One of the two compared states.
     *
     * @param address returns the address of one of its files
     */
    record Side(ObjectNode tree, LessonFolder folder, Function<String, String> address) {
        /** Returns the state of a published version, with files at their public addresses. */
        static Side published(LessonFolder folder, ObjectNode tree) {
            return new Side(tree, folder, name -> {
                var hash = hash(folder, name);
                return name.startsWith(LessonFolder.RECORDINGS)
                        ? "/media/" + hash + name.substring(name.lastIndexOf('.'))
                        : "/pictures/" + hash;
            });
        }

        /** Returns the file that a field names; null if it names none. */
        private @Nullable Shown shown(JsonNode part, String path) {
            var name = FieldPaths.at(part, path).asText();
            if (folder.files().containsKey(LessonFolder.RECORDINGS + name)) {
                return shown(LessonFolder.RECORDINGS + name, null);
            }
            var picture = FieldPaths.at(part, path.replaceFirst("\\.file$", ""));
            return folder.files().containsKey(LessonFolder.PICTURES + name)
                    ? shown(LessonFolder.PICTURES + name, picture.path("name").asText())
                    : null;
        }

        private Shown shown(String file, @Nullable String words) {
            return new Shown(file, address.apply(file), words);
        }

        private static String hash(LessonFolder folder, String name) {
            return Objects.requireNonNull(folder.files().get(name)).hash();
        }

        private boolean hasSame(Shown file, Side other, Shown another) {
            return hash(folder, file.file()).equals(hash(other.folder, another.file()));
        }
    }

    static List<Change> of(Side was, Side now) {
        return new LessonComparison(was, now).changes();
    }

    private List<Change> changes() {
        var changes = new ArrayList<Change>();
        var around = rows(Texts.of(was, DraftEditor.LESSON), Texts.of(now, DraftEditor.LESSON));
        around.addAll(rows(Texts.credits(was), Texts.credits(now)));
        addWhatIsNotShown(around, was.tree(), now.tree());
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
            addWhatIsNotShown(rows, old, step.getValue());
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
        var inWelsh = rows(Texts.inWelsh(was), Texts.inWelsh(now));
        if (!inWelsh.isEmpty()) {
            changes.add(new Change(Difference.CHANGED, 0, Words.of("drafts.inWelsh"), inWelsh));
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

    /** Says so if something differs that no form shows, so that a reviewer is never told that nothing has changed. */
    private static void addWhatIsNotShown(List<Row> rows, ObjectNode before, ObjectNode after) {
        if (rows.isEmpty() && !said(before).equals(said(after))) {
            rows.add(row(Words.of("drafts.notShown"), "", Words.of("drafts.notShownText")));
        }
    }

    /** A part of a lesson without its steps, and without what is empty, which a form may add or leave out. */
    private static JsonNode said(JsonNode part) {
        if (part instanceof ObjectNode fields) {
            var said = fields.objectNode();
            fields.properties().stream()
                    .filter(field -> !field.getKey().equals(DraftPlaces.STEPS))
                    .forEach(field -> said.set(field.getKey(), said(field.getValue())));
            said.properties().removeIf(field -> isEmpty(field.getValue()));
            return said;
        }
        if (part instanceof ArrayNode list) {
            var said = list.arrayNode();
            list.forEach(each -> said.add(said(each)));
            return said;
        }
        return part.isTextual() ? TextNode.valueOf(part.asText().strip()) : part;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isContainerNode()
                ? value.isEmpty()
                : List.of("", "false", "null").contains(value.asText());
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
            var file = before.files.get(field);
            var other = after.files.get(field);
            if (differ(file, other)) {
                rows.add(new Row(label, List.of(), List.of(), file, other));
            }
            var said = before.texts.getOrDefault(field, "");
            var says = after.texts.getOrDefault(field, "");
            if (!said.equals(says)) {
                rows.add(row(label, said, says));
            }
        });
        before.lists.forEach((list, entries) -> {
            var others = after.lists.getOrDefault(list, new LinkedHashMap<>());
            var order = kept(entries, others);
            if (!order.equals(kept(others, entries))) {
                var label = Words.of("drafts.orderOf", Objects.requireNonNull(labels.get(list)));
                rows.add(row(label, listed(order, entries), listed(kept(others, entries), others)));
            }
        });
        return rows;
    }

    /** The keys of a list, in its order, that another list has too. */
    private static List<String> kept(Map<String, String> entries, Map<String, String> others) {
        return entries.keySet().stream().filter(others::containsKey).toList();
    }

    private static String listed(List<String> keys, Map<String, String> entries) {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> (i + 1) + ". " + entries.get(keys.get(i)))
                .collect(Collectors.joining("\n"));
    }

    private boolean differ(@Nullable Shown file, @Nullable Shown other) {
        return file == null || other == null ? file != other : !was.hasSame(file, now, other);
    }

    /**
     * The texts and files of a place by field path, and the order of its lists. In a path, list entries are named by key,
     * so that a moved entry is a difference of its list alone.
     */
    private static final class Texts {
        private static final Texts NONE = new Texts();

        private final Map<String, String> labels = new LinkedHashMap<>();
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, Shown> files = new HashMap<>();
        /** The first field of each entry, by key, in order. */
        private final Map<String, LinkedHashMap<String, String>> lists = new LinkedHashMap<>();

        /** Collects the fields of the place's form. */
        private static Texts of(Side side, String place) {
            var texts = new Texts();
            var part = DraftPlaces.part(side.tree(), place).orElseThrow();
            var form = new FieldViewBuilder(
                            part, List.copyOf(side.folder().files().keySet()), PlaceRemarks.NONE)
                    .all(DraftPlaces.fields(side.tree(), place));
            FieldLabels.of(form).forEach((path, field) -> {
                var at = FieldPaths.keyed(part, path);
                var file = side.shown(part, path);
                if (file != null) {
                    texts.labels.put(at, field.label());
                    texts.files.put(at, file);
                } else if (!field.says().isEmpty()) {
                    texts.put(at, field.label(), field.says());
                }
            });
            texts.addLists(part, form);
            return texts;
        }

        private void addLists(JsonNode part, List<FieldView> form) {
            for (var field : form) {
                var at = FieldPaths.keyed(part, field.path());
                var entries = new LinkedHashMap<String, String>();
                for (var entry : field.entries()) {
                    var key = FieldPaths.at(part, entry.path()).path("key").asText();
                    if (!key.isEmpty()) {
                        entries.put(key, first(entry));
                    }
                    addLists(part, entry.fields());
                }
                if (!entries.isEmpty()) {
                    labels.putIfAbsent(at, field.label());
                    lists.put(at, entries);
                }
            }
        }

        private static String first(FieldView.Entry entry) {
            return entry.fields().stream()
                    .filter(field ->
                            !field.kind().equals("key") && !field.value().isEmpty())
                    .map(FieldView::value)
                    .findFirst()
                    .orElseGet(entry::getTitle);
        }

        /** Collects the Welsh texts, each under its English. */
        private static Texts inWelsh(Side side) {
            var texts = new Texts();
            var tree = ModuleYaml.tree(side.folder().bytes(LessonFolder.MODULE));
            TranslationSheet.of(side.folder()).stream()
                    .filter(line -> !line.welsh().isEmpty())
                    .forEach(line -> texts.put(
                            FieldPaths.keyed(tree, line.path()),
                            line.english().length() > LABEL_AT_MOST
                                    ? line.english().substring(0, LABEL_AT_MOST) + "…"
                                    : line.english(),
                            line.welsh()));
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
        // the other algorithm of the library has memory for the square of the words
        var algorithm = new MyersDiffWithLinearSpace<String>();
        for (var delta : DiffUtils.diff(before, after, algorithm, null, true).getDeltas()) {
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
