package uk.thinkuknow.studio.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.thinkuknow.studio.forms.FormField.Parts;

/**
 * Converts a submitted studio form into the lesson itself or the step that it edits. Empty fields are left out; wrong
 * values are kept as typed, so that nothing is lost and the checks can report them. Fields keep their previous order.
 */
public final class FormConverter {
    /** Prefixes of keys that have a meaning in a lesson. */
    private static final List<String> MEANT = List.of("before-", "after-", FieldPaths.SURE);

    private static final int LONGEST_KEY = 32;

    private final SubmittedForm typed;
    private final Map<String, Set<String>> taken;

    private FormConverter(SubmittedForm typed, Map<String, Set<String>> taken) {
        this.typed = typed;
        this.taken = taken;
    }

    /**
     * Converts a form.
     *
     * @param was the part before the change, for the order of its fields
     * @param taken keys already used elsewhere, by the path of the field that must not use them
     */
    public static ObjectNode of(
            List<FormField> fields, SubmittedForm typed, ObjectNode was, Map<String, Set<String>> taken) {
        return new FormConverter(typed, taken).part(fields, "", was);
    }

    private ObjectNode part(List<FormField> fields, String prefix, JsonNode was) {
        var part = JsonNodeFactory.instance.objectNode();
        if (was.has("kind")) {
            part.set("kind", was.get("kind"));
        }
        for (var field : fields) {
            set(part, field, FieldPaths.join(prefix, field.name()), was.path(field.name()));
        }
        return FieldPaths.inOrderOf(part, was);
    }

    private void set(ObjectNode part, FormField field, String path, JsonNode was) {
        switch (field) {
            case FormField.Line f -> text(part, f.name(), typed.text(path).replaceAll("(?<!\\s)\\s*\\n\\s*", " "));
            case FormField.Text _, FormField.Tag _, FormField.Sound _, FormField.OneOf _, FormField.OneOfList _ ->
                text(part, field.name(), typed.text(path));
            case FormField.Key f ->
                part.put(f.name(), key(path, typed.text(path), typed.text(FieldPaths.beside(path, f.from()))));
            case FormField.SureOf f -> part.put(f.name(), sure(path, typed.text(path)));
            case FormField.Tick f -> {
                // An explicit "false" in the file is kept.
                if (typed.has(path) || was.isBoolean()) {
                    part.put(f.name(), typed.has(path));
                }
            }
            case FormField.OnlyOne f -> {
                boolean yes = typed.text(FieldPaths.group(path)).equals(String.valueOf(FieldPaths.number(path)));
                if (yes || was.isBoolean()) {
                    part.put(f.name(), yes);
                }
            }
            case FormField.TrueOrFalse f -> {
                if (typed.has(path)) {
                    part.put(f.name(), typed.text(path).equals("true"));
                }
            }
            case FormField.Number f -> number(part, f.name(), typed.text(path));
            case FormField.SomeOf f -> some(part, f, path, was);
            case FormField.Picture f -> picture(part, f.name(), path);
            case FormField.Part f -> part.set(f.name(), part(f.fields().apply(was), path, was));
            case FormField.Texts f -> texts(part, f.name(), path);
            case Parts f -> parts(part, f, path, was);
        }
    }

    private static void text(ObjectNode part, String name, String text) {
        if (!text.isEmpty()) {
            part.put(name, text);
        }
    }

    private static void number(ObjectNode part, String name, String text) {
        if (text.matches("[0-9]{1,6}")) {
            part.put(name, Integer.parseInt(text));
        } else {
            text(part, name, text);
        }
    }

    /** Choices made before keep their order. */
    private void some(ObjectNode part, FormField.SomeOf field, String path, JsonNode was) {
        var keys = new LinkedHashSet<String>();
        was.forEach(one -> keys.add(one.asText()));
        field.choices().forEach(choice -> keys.add(choice.key()));
        keys.retainAll(typed.texts(path));
        var list = JsonNodeFactory.instance.arrayNode();
        keys.forEach(key -> {
            if (field.numbers() && key.matches("[0-9]{1,3}")) {
                list.add(Integer.parseInt(key));
            } else {
                list.add(key);
            }
        });
        if (!list.isEmpty()) {
            part.set(field.name(), list);
        }
    }

    /** A description is kept even without a file. */
    private void picture(ObjectNode part, String name, String path) {
        var picture = JsonNodeFactory.instance.objectNode();
        text(picture, "file", typed.text(path + ".file"));
        text(picture, "name", typed.text(path + ".name").replaceAll("(?<!\\s)\\s*\\n\\s*", " "));
        if (typed.has(path + ".decorative") && picture.has("file")) {
            picture.put("decorative", true);
        }
        if (!picture.isEmpty()) {
            part.set(name, picture);
        }
    }

    private void texts(ObjectNode part, String name, String path) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (int i = 1; i <= typed.count(path); i++) {
            list.add(typed.text(FieldPaths.entry(path, i)));
        }
        if (!list.isEmpty()) {
            part.set(name, list);
        }
    }

    private void parts(ObjectNode part, Parts field, String path, JsonNode was) {
        var list = JsonNodeFactory.instance.arrayNode();
        var keys = new HashSet<String>();
        for (int i = 1; i <= typed.count(path); i++) {
            keys.add(typed.text(FieldPaths.entry(path, i) + ".key"));
        }
        keys.remove("");
        for (int i = 1; i <= typed.count(path); i++) {
            var at = FieldPaths.entry(path, i);
            var before = before(was, typed.text(at + ".key"), i);
            if (!field.kinds().isEmpty()) {
                before = JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", typed.text(at + ".kind"))
                        .setAll((ObjectNode) before);
            }
            taken.put(at + ".key", keys);
            var one = part(field.fields().apply(before), at, before);
            keys.add(one.path("key").asText());
            list.add(one);
        }
        if (!list.isEmpty()) {
            part.set(field.name(), list);
        }
    }

    private static JsonNode before(JsonNode was, String key, int number) {
        if (was instanceof ArrayNode list) {
            for (var one : list) {
                if (!key.isEmpty() && one.path("key").asText().equals(key)) {
                    return one;
                }
            }
            if (key.isEmpty()
                    && list.path(number - 1).isObject()
                    && !list.path(number - 1).has("key")) {
                return list.path(number - 1);
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private String sure(String path, String chosen) {
        return chosen.startsWith(FieldPaths.SURE)
                ? chosen
                : key(path, chosen, typed.text(FieldPaths.beside(path, "stem")));
    }

    /** A key never changes once given, because answers refer to it. */
    private String key(String path, String had, String from) {
        return isKey(had) ? had : FormConverter.key(from, FieldPaths.last(path), taken.getOrDefault(path, Set.of()));
    }

    /** Returns whether a text is a valid key: lower-case letters, digits and hyphens, at most 40 characters. */
    public static boolean isKey(String key) {
        return key.matches("(?=.{1,40}$)[a-z0-9]++(-[a-z0-9]++)*+");
    }

    /**
     * Makes a key from a text, different from the taken ones.
     *
     * @param fallback the key to use if the text has no letters or digits
     */
    public static String key(String from, String fallback, Set<String> taken) {
        var letters = Normalizer.normalize(from, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}’']", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        var cut = letters.length() > LONGEST_KEY
                ? letters.substring(0, LONGEST_KEY).replaceAll("-[^-]*$", "")
                : letters;
        var key = cut.replaceAll("^-+|(?<!-)-+$", "");
        if (key.isEmpty()) {
            key = fallback;
        }
        if (MEANT.stream().anyMatch(key::startsWith)) {
            key = "the-" + key;
        }
        var free = key;
        for (int i = 2; taken.contains(free); i++) {
            free = key + "-" + i;
        }
        return free;
    }
}
