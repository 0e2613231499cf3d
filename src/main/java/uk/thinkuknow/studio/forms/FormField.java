package uk.thinkuknow.studio.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/**
 * A field of the form by which a part of a lesson is edited; its name is the field's name in {@code module.yaml}. What is sealed
 * here is what the page, the reader of forms and the script know how to show.
 */
public sealed interface FormField {
    String name();

    String label();

    /** A text of one line. */
    record Line(String name, String label, String hint) implements FormField {}

    /** A text of several lines; Markdown where it is shown as such. */
    record Words(String name, String label, String hint, boolean markdown) implements FormField {}

    /** The short name of a thing, which nobody has to think of: made from its text once, then kept. */
    record Key(String name, String from) implements FormField {
        @Override
        public String label() {
            return "";
        }
    }

    /** A short name that is written in brackets elsewhere, so that the author sees and sets it. */
    record Tag(String name, String label, String hint) implements FormField {}

    /** Yes, or left out. */
    record Tick(String name, String label) implements FormField {}

    /** Yes for one entry of its list, and so for no other. */
    record OnlyOne(String name, String label) implements FormField {}

    /** A whole number. */
    record Number(String name, String label, int least, int most) implements FormField {}

    /** One of a few, by its key. */
    record OneOf(String name, String label, List<Choice> choices) implements FormField {}

    /** True or false, which has to be said. */
    record TrueOrFalse(String name, String label) implements FormField {}

    /** Some of a few: by their keys, or by their numbers where the keys are numbers. */
    record SomeOf(String name, String label, String hint, List<Choice> choices, boolean numbers) implements FormField {}

    /** One of the things in another list of the same question, by its key; {@code none} is what leaving it open means. */
    record OneOfList(String name, String label, String list, String none) implements FormField {}

    /** The short name of a scale: free, or that it asks how sure a child is of the answer to an earlier question. */
    record SureOf(String name, String label, List<Choice> questions) implements FormField {}

    /** A picture with the words that stand for it. */
    record Picture(String name, String label) implements FormField {}

    /** A file of a draft in {@code recordings/}. */
    record Sound(String name, String label, String hint, String types) implements FormField {
        /** Is it somebody's voice, which can be recorded where it is chosen? */
        public boolean spoken() {
            return name.equals("audio");
        }
    }

    /** A part with fields of its own. */
    record Part(String name, String label, Function<JsonNode, List<FormField>> fields) implements FormField {}

    /** A list of texts, one line each. */
    record Texts(String name, String label, String hint, String each, int most) implements FormField {}

    /**
     * A list of parts.
     *
     * @param each what one of them is called: "answer"
     * @param kinds what can be added, where there are several kinds; else empty
     */
    record Parts(
            String name,
            String label,
            String each,
            int most,
            List<Choice> kinds,
            Function<JsonNode, List<FormField>> fields)
            implements FormField {
        /** The same where every entry has these fields. */
        Parts with(FormField... parts) {
            var all = List.of(parts);
            return new Parts(name, label, each, most, kinds, node -> all);
        }
    }

    /** One of several to choose from. */
    record Choice(String key, String words) {}
}
