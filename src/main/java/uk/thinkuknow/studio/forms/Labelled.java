package uk.thinkuknow.studio.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The fields of a form as its author knows them: what each is called, and what stands in it. */
public final class Labelled {
    private final Map<String, Field> fields = new LinkedHashMap<>();

    private Labelled() {}

    /**
     * A field that can be filled in.
     *
     * @param id of the field on the page
     * @param label with the entries it stands in: "Answer 2: Feedback"
     * @param says what is typed, or what is chosen in the words of the form
     */
    public record Field(String id, String label, String says) {}

    /** By their paths, in the order of the form; short names are nobody's words. */
    public static Map<String, Field> of(List<FieldView> views) {
        var labelled = new Labelled();
        views.forEach(view -> labelled.add("", "", view));
        return labelled.fields;
    }

    private void add(String entry, String each, FieldView view) {
        switch (view.kind()) {
            case "key" -> {}
            case "part" -> view.entries().forEach(part -> part.fields().forEach(field -> add(entry, each, field)));
            case "parts", "texts" ->
                view.entries().forEach(one -> {
                    var number = one.each() + " " + one.number();
                    var inside = entry.isEmpty() ? capital(number) : entry + ", " + number;
                    one.fields().forEach(field -> add(inside, one.each(), field));
                });
            case "picture" -> {
                put(entry, each, view, ".file", view.label(), chosen(view));
                put(entry, each, view, ".name", "The picture in words", view.value());
                put(
                        entry,
                        each,
                        view,
                        ".decorative",
                        "Only decoration",
                        yes(view.hint().equals("decorative")));
            }
            case "tick", "only-one" ->
                put(entry, each, view, "", view.label(), yes(view.value().equals("true")));
            default -> put(entry, each, view, "", view.label(), view.choices().isEmpty() ? view.value() : chosen(view));
        }
    }

    private void put(String entry, String each, FieldView view, String part, String label, String says) {
        var own = entry.toLowerCase(Locale.UK).endsWith(label.toLowerCase(Locale.UK)) || label.equalsIgnoreCase(each);
        var told = entry.isEmpty() ? label : own ? entry : entry + ": " + label;
        fields.put(view.path() + part, new Field(view.getId() + part.replace('.', '-'), told, says));
    }

    private static String yes(boolean ticked) {
        return ticked ? "Yes" : "";
    }

    private static String chosen(FieldView view) {
        return view.choices().stream()
                .filter(each -> each.chosen() && !each.key().isEmpty())
                .map(FieldView.Chosen::words)
                .collect(Collectors.joining(", "));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
