package uk.thinkuknow.curriculum.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.LessonFolder;

/**
 * Fills facts (numbers and names that may change) into a stored lesson when it is read. A published version keeps only
 * the references, so a changed fact reaches every version without publishing it again.
 */
public final class LessonFacts {
    private final Facts facts;
    private final Language language;
    private final Set<String> used = new TreeSet<>();

    private LessonFacts(Facts facts, Language language) {
        this.facts = facts;
        this.language = language;
    }

    /**
     * A lesson with its facts filled in.
     *
     * @param facts the keys of the facts it uses, including those of its help routes
     */
    public record FilledLesson(Lesson lesson, Collection<String> facts) {}

    /** Returns the lesson with its facts filled in, and the keys of these facts. */
    public static FilledLesson withFacts(Lesson lesson, Facts facts) {
        var telling = new LessonFacts(facts, Language.of(lesson.language()).orElse(Language.ENGLISH));
        lesson.help().stream().filter(facts.keys()::contains).forEach(telling.used::add);
        return new FilledLesson(
                CanonicalLesson.lessonOf(telling.withFacts(CanonicalLesson.tree(lesson))), telling.used);
    }

    /**
     * Returns a hash of the current facts used by the lesson in a folder; empty if the folder has problems or the
     * lesson uses no facts.
     */
    public static String hash(LessonFolder folder) {
        return LessonReader.read(folder) instanceof LessonReadResult.Fine fine ? hash(fine.lesson()) : "";
    }

    public static String hash(Lesson lesson) {
        return Facts.packaged().hash(withFacts(lesson, Facts.packaged()).facts());
    }

    private JsonNode withFacts(JsonNode node) {
        switch (node) {
            case ObjectNode fields -> fields.properties().forEach(field -> field.setValue(withFacts(field.getValue())));
            case ArrayNode list -> {
                for (int i = 0; i < list.size(); i++) {
                    list.set(i, withFacts(list.get(i)));
                }
            }
            case TextNode text -> {
                var words = facts.in(text.textValue(), language);
                used.addAll(words.used());
                return TextNode.valueOf(words.text());
            }
            default -> {}
        }
        return node;
    }
}
