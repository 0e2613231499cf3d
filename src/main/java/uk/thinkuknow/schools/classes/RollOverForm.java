package uk.thinkuknow.schools.classes;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/**
 * The input of the form of a roll-over: for each class the names of its next classes and whether the children stay the
 * same; the sizes of next classes; and the list of the new intake.
 */
record RollOverForm(Map<String, String> fields) {

    static RollOverForm of(MultivaluedMap<String, String> sent) {
        var fields = new TreeMap<String, String>();
        sent.forEach((name, values) -> {
            if (name.matches("(into|same|size)-.*|intake") && !values.isEmpty()) {
                fields.put(name, values.getFirst());
            }
        });
        return new RollOverForm(fields);
    }

    /** The first form shown, with a proposed name for the next class of each class. */
    static RollOverForm proposing(List<PublicId> classes, Function<PublicId, String> nextName) {
        var fields = new TreeMap<String, String>();
        classes.forEach(id -> fields.put("into-" + id, nextName.apply(id)));
        return new RollOverForm(fields);
    }

    /** The names of the classes that a class continues in; empty if it ends. */
    List<String> into(PublicId id) {
        return Arrays.stream(typed(id).split("[,;]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    String typed(PublicId id) {
        return text("into-" + id);
    }

    boolean same(PublicId id) {
        return fields.containsKey("same-" + id);
    }

    String intake() {
        return text("intake");
    }

    /**
     * The number of children of a next class: the guess, until a number is typed; 0 if the typed text is not a whole
     * number of one to three digits.
     */
    int size(String name, int guess) {
        @Nullable String typed = fields.get("size-" + NextYearPlan.key(name));
        return typed == null ? guess : typed.strip().matches("\\d{1,3}") ? Integer.parseInt(typed.strip()) : 0;
    }

    /** A digest of the form, without the sizes, which may change after the check. */
    String mark() {
        var kept = new TreeMap<>(fields);
        kept.keySet().removeIf(name -> name.startsWith("size-"));
        kept.replaceAll((name, value) -> value.replaceAll("\\R", "\n").strip());
        return Integer.toHexString(kept.hashCode());
    }

    private String text(String field) {
        return fields.getOrDefault(field, "");
    }
}
