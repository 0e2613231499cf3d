package uk.thinkuknow.curriculum.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

/**
 * Lists the texts of a lesson in English and Welsh side by side, and writes changed Welsh texts to
 * {@code module.cy.yaml}.
 */
public final class TranslationSheet {
    private static final Pattern ENTRY = Pattern.compile("^(.+)\\[(\\d+)]");

    private TranslationSheet() {}

    /**
     * A text that children read, in both languages.
     *
     * @param path the path of its field in {@code module.yaml}, list entries counted from 1
     * @param welsh empty if not translated
     */
    public record Line(String path, String english, String welsh) {}

    /** Returns every text in the order of the file; empty if the file cannot be read or is not in English. */
    public static List<Line> of(LessonFolder folder) {
        var file = folder.bytes(LessonFolder.MODULE);
        var findings = new Findings();
        var root = new YamlFile(LessonFolder.MODULE, findings).node(file);
        if (root.isEmpty()) {
            return List.of();
        }
        new LessonReader(folder, findings).lesson(new Fields(LessonFolder.MODULE, "", root.get(), findings));
        if (!findings.measuresSentences()) {
            return List.of();
        }
        var english = ModuleYaml.tree(file);
        var welsh = welsh(folder);
        var lines = new ArrayList<Line>();
        findings.childTexts().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(java.util.Comparator.comparingInt(TranslationSheet::place)))
                .forEach(text -> {
                    if (text.getValue() instanceof ScalarNode scalar
                            && !scalar.getValue().isBlank()) {
                        lines.add(new Line(
                                text.getKey(),
                                scalar.getValue().strip(),
                                at(english, welsh, text.getKey()).asText()));
                    }
                });
        return lines;
    }

    /**
     * Returns the Welsh file with some texts changed; texts that the English no longer has are removed.
     *
     * @param words Welsh texts by path; a blank one removes the text
     */
    public static byte[] write(LessonFolder folder, Map<String, String> words) {
        var texts = new LinkedHashMap<String, String>();
        of(folder).forEach(line -> texts.put(line.path(), line.welsh()));
        words.forEach((path, text) -> texts.computeIfPresent(path, (same, was) -> text.strip()));
        var english = ModuleYaml.tree(folder.bytes(LessonFolder.MODULE));
        var sheet = JsonNodeFactory.instance.objectNode();
        sheet.put("format", 1);
        sheet.set("key", english.path("key"));
        sheet.put("language", Language.WELSH.key());
        sheet.setAll(part(english, "", texts));
        return ModuleYaml.writeWelsh(sheet);
    }

    /** Returns the parts of the English file that have Welsh texts. */
    private static ObjectNode part(JsonNode english, String prefix, Map<String, String> texts) {
        var part = JsonNodeFactory.instance.objectNode();
        english.properties().forEach(field -> {
            var path = prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey();
            switch (field.getValue()) {
                case ObjectNode inside -> {
                    var read = part(inside, path, texts);
                    if (!read.isEmpty()) {
                        part.set(field.getKey(), keyed(inside, read));
                    }
                }
                case ArrayNode list -> {
                    var read = list(list, path, texts);
                    if (!read.isEmpty()) {
                        part.set(field.getKey(), read);
                    }
                }
                default -> {
                    var text = texts.getOrDefault(path, "");
                    if (!text.isEmpty()) {
                        part.put(field.getKey(), text);
                    }
                }
            }
        });
        return part;
    }

    /**
     * Entries with a key are matched by it; others keep their position, with empty entries before the last translated
     * one.
     */
    private static ArrayNode list(ArrayNode english, String path, Map<String, String> texts) {
        var list = JsonNodeFactory.instance.arrayNode();
        int last = 0;
        for (int i = 0; i < english.size(); i++) {
            var at = path + "[" + (i + 1) + "]";
            if (english.get(i) instanceof ObjectNode inside) {
                var read = part(inside, at, texts);
                if (inside.has("key")) {
                    if (!read.isEmpty()) {
                        list.add(keyed(inside, read));
                        last = list.size();
                    }
                } else {
                    list.add(read);
                    last = read.isEmpty() ? last : list.size();
                }
            } else {
                var text = texts.getOrDefault(at, "");
                list.add(text);
                last = text.isEmpty() ? last : list.size();
            }
        }
        while (list.size() > last) {
            list.remove(list.size() - 1);
        }
        return list;
    }

    private static ObjectNode keyed(ObjectNode english, ObjectNode read) {
        if (!english.has("key")) {
            return read;
        }
        var keyed = JsonNodeFactory.instance.objectNode();
        keyed.set("key", english.get("key"));
        keyed.setAll(read);
        return keyed;
    }

    private static ObjectNode welsh(LessonFolder folder) {
        var file = folder.files().get(LessonFolder.IN_WELSH);
        try {
            return file == null ? JsonNodeFactory.instance.objectNode() : ModuleYaml.tree(file.bytes());
        } catch (LessonFaulty e) {
            // The reader of the translation reports this problem; here the Welsh is treated as empty.
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static JsonNode at(JsonNode english, JsonNode welsh, String path) {
        var original = english;
        var words = welsh;
        for (var step : path.split("\\.")) {
            var entry = ENTRY.matcher(step);
            if (!entry.matches()) {
                original = original.path(step);
                words = words.path(step);
                continue;
            }
            int place = Integer.parseInt(entry.group(2)) - 1;
            original = original.path(entry.group(1)).path(place);
            words = same(words.path(entry.group(1)), original.path("key").asText(), place);
        }
        return words;
    }

    private static JsonNode same(JsonNode list, String key, int place) {
        if (key.isEmpty()) {
            return list.path(place);
        }
        for (var one : list) {
            if (one.path("key").asText().equals(key)) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }

    private static int place(Node node) {
        return node.getStartMark().getIndex();
    }
}
