package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.studio.forms.Labelled;

/**
 * That two wrote at one place, field by field where the two differ.
 *
 * @param by who has stored the other text; null where it was she herself, in another window
 */
record Crossing(@Nullable String by, List<Row> rows) {
    /** A field in which two have written: where it stands in the form, what it is called there, and what each says. */
    record Row(String id, String label, String mine, String theirs) {}

    static Crossing of(@Nullable String by, Authoring.Open open, String place, Authoring.Saved.Crossed crossed) {
        var mine = labelled(open, place, crossed.mine());
        var theirs = labelled(open, place, crossed.theirs());
        var paths = new LinkedHashSet<>(mine.keySet());
        paths.addAll(theirs.keySet());
        var rows = new ArrayList<Row>();
        for (var path : paths) {
            var typed = mine.getOrDefault(path, gone(theirs.get(path)));
            var stored = theirs.getOrDefault(path, gone(typed));
            if (!typed.says().equals(stored.says())) {
                rows.add(new Row(typed.id(), typed.label(), typed.says(), stored.says()));
            }
        }
        return new Crossing(by, rows);
    }

    /** A field that one of the two has not: it says nothing there, and stands nowhere in the form. */
    private static Labelled.Field gone(Labelled.@Nullable Field other) {
        return new Labelled.Field("", other == null ? "" : other.label(), "");
    }

    private static Map<String, Labelled.Field> labelled(Authoring.Open open, String place, ObjectNode part) {
        return Labelled.of(new Showing(part, List.copyOf(open.files().keySet()), Remarks.NONE)
                .all(Places.fields(open.written().tree(), place)));
    }
}
