package uk.thinkuknow.curriculum.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of a lesson in English with its Welsh translation.
 *
 * @param where the path of its field in the stored lesson, for example {@code steps[2].title}
 */
public record TranslationPair(String where, String english, String welsh) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns all texts that differ in the two languages, in the order of the lesson. */
    public static List<TranslationPair> of(Lesson english, Lesson welsh) {
        var pairs = new ArrayList<TranslationPair>();
        compare("", JSON.valueToTree(english), JSON.valueToTree(welsh), pairs);
        pairs.removeIf(pair -> pair.where().equals("language"));
        return pairs;
    }

    private static void compare(String at, JsonNode english, JsonNode welsh, List<TranslationPair> pairs) {
        if (english.isObject()) {
            english.properties()
                    .forEach(field -> compare(
                            at.isEmpty() ? field.getKey() : at + "." + field.getKey(),
                            field.getValue(),
                            welsh.path(field.getKey()),
                            pairs));
        } else if (english.isArray()) {
            for (int i = 0; i < english.size(); i++) {
                compare(at + "[" + (i + 1) + "]", english.get(i), welsh.path(i), pairs);
            }
        } else if (english.isTextual() && !english.equals(welsh)) {
            pairs.add(new TranslationPair(at, english.textValue(), welsh.asText()));
        }
    }
}
