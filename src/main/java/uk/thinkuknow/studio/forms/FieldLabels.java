package uk.thinkuknow.studio.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.FormOption;

/** Maps the fields of a form to their labels and values as the author sees them, to describe changes and conflicts. */
public final class FieldLabels {
    private final Map<String, Field> fields = new LinkedHashMap<>();

    private FieldLabels() {}

    /**
     * A field with its label and value.
     *
     * @param id the field's id in the page
     * @param label the label, with the list entry it is in: "Answer 2: Feedback"
     * @param says the value: typed text, or the labels of the chosen options
     */
    public record Field(String id, String label, String says) {}

    /** Returns the fields by path, in the order of the form, without hidden keys. */
    public static Map<String, Field> of(List<FieldView> views) {
        var labelled = new FieldLabels();
        views.forEach(view -> labelled.add("", "", view));
        return labelled.fields;
    }

    private void add(String entry, String each, FieldView view) {
        switch (view.kind()) {
            case "key" -> {}
            case "part" -> view.entries().forEach(part -> part.fields().forEach(field -> add(entry, each, field)));
            case "parts", "texts" ->
                view.entries().forEach(one -> {
                    var number = Words.of("forms.numbered", one.each(), one.number());
                    var inside = entry.isEmpty() ? TextFormat.capitalised(number) : entry + ", " + number;
                    one.fields().forEach(field -> add(inside, one.each(), field));
                });
            case "picture" -> {
                put(entry, each, view, ".file", view.label(), chosen(view));
                put(entry, each, view, ".name", Words.of("forms.pictureInWords"), view.value());
                put(
                        entry,
                        each,
                        view,
                        ".decorative",
                        Words.of("forms.onlyDecoration"),
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
        return ticked ? Words.of("forms.yes") : "";
    }

    private static String chosen(FieldView view) {
        return view.choices().stream()
                .filter(each -> each.chosen() && !each.value().isEmpty())
                .map(FormOption::words)
                .collect(Collectors.joining(", "));
    }
}
