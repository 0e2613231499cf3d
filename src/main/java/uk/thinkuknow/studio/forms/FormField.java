package uk.thinkuknow.studio.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/**
 * A field of a form in the studio: its kind, label, and the name that its value has in {@code module.yaml}. The page,
 * {@link FormConverter} and the script of the page handle each of these kinds.
 */
public sealed interface FormField {
    String name();

    String label();

    /** A text on one line. */
    record Line(String name, String label, String hint) implements FormField {}

    /** A text on several lines, optionally Markdown. */
    record Text(String name, String label, String hint, boolean markdown) implements FormField {}

    /** A hidden key, generated once from another field and then kept. */
    record Key(String name, String from) implements FormField {
        @Override
        public String label() {
            return "";
        }
    }

    /** A visible key that the author writes, because another text refers to it in brackets. */
    record Tag(String name, String label, String hint) implements FormField {}

    /** A checkbox; the field is left out if not ticked. */
    record Tick(String name, String label) implements FormField {}

    /** A radio button that can be selected for one entry of its list only. */
    record OnlyOne(String name, String label) implements FormField {}

    /** A whole number in a range. */
    record Number(String name, String label, int least, int most) implements FormField {}

    /** A choice of one option, by its key. */
    record OneOf(String name, String label, List<Choice> choices) implements FormField {}

    /** A choice of true or false, which must be made. */
    record TrueOrFalse(String name, String label) implements FormField {}

    /** A choice of several options, by their keys, or by numbers. */
    record SomeOf(String name, String label, String hint, List<Choice> choices, boolean numbers) implements FormField {}

    /**
     * A choice of one entry of another list in the same question, by its key.
     *
     * @param none the label for choosing no entry
     */
    record OneOfList(String name, String label, String list, String none) implements FormField {}

    /**
     * The key of a scale: generated, or one that says which earlier question the scale asks about (how sure is the
     * child?).
     */
    record SureOf(String name, String label, List<Choice> questions) implements FormField {}

    /** A picture with its text alternative. */
    record Picture(String name, String label) implements FormField {}

    /** A choice of a file in the draft's {@code recordings/}. */
    record Sound(String name, String label, String hint, String types) implements FormField {
        /** Returns whether it is a voice recording, which can be made in the browser. */
        public boolean spoken() {
            return name.equals("audio");
        }
    }

    /** A part with fields of its own. */
    record Part(String name, String label, Function<JsonNode, List<FormField>> fields) implements FormField {}

    /** A list of one-line texts. */
    record Texts(String name, String label, String hint, String each, int most) implements FormField {}

    /**
     * A list of parts.
     *
     * @param each the label of one entry, such as "answer"
     * @param kinds the kinds of entry that can be added; empty if there is only one
     */
    record Parts(
            String name,
            String label,
            String each,
            int most,
            List<Choice> kinds,
            Function<JsonNode, List<FormField>> fields)
            implements FormField {
        /** Returns the list with the same fields for every entry. */
        Parts with(FormField... parts) {
            var all = List.of(parts);
            return new Parts(name, label, each, most, kinds, node -> all);
        }
    }

    /** An option to choose. */
    record Choice(String key, String words) {}
}
