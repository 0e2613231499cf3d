package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.studio.forms.FieldLabels;

/**
 * An edit conflict: two people, or one person in two windows, changed one place of a draft. Lists the fields that
 * differ.
 *
 * @param by the name of the person who stored the other text; null if the viewer stored it in another window
 */
record EditConflict(@Nullable String by, List<Row> rows) {
    /**
     * A field with two texts.
     *
     * @param id the field's id in the form; empty if the form does not have it
     * @param label the field's label
     * @param mine the submitted text
     * @param theirs the stored text
     */
    record Row(String id, String label, String mine, String theirs) {}

    /** Compares the two texts of a place field by field. */
    static EditConflict of(
            @Nullable String by, DraftEditor.OpenDraft open, String place, DraftEditor.Saved.Conflict crossed) {
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
        return new EditConflict(by, rows);
    }

    /** Returns an empty field for the side that does not have it. */
    private static FieldLabels.Field gone(FieldLabels.@Nullable Field other) {
        return new FieldLabels.Field("", other == null ? "" : other.label(), "");
    }

    private static Map<String, FieldLabels.Field> labelled(DraftEditor.OpenDraft open, String place, ObjectNode part) {
        return FieldLabels.of(
                new FieldViewBuilder(part, List.copyOf(open.files().keySet()), PlaceRemarks.NONE)
                        .all(DraftPlaces.fields(open.written().tree(), place)));
    }
}
