package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import uk.thinkuknow.curriculum.lesson.FileCredit;
import uk.thinkuknow.studio.forms.FieldPaths;
import uk.thinkuknow.studio.forms.SubmittedForm;

/** Reads and writes the credits of a draft's files: one source and licence for all, and exceptions for single files. */
final class Credits {
    /** The form field with the hash of the credits as the page showed them. */
    static final String MARK = "was";

    private static final String FILES = "files";
    private static final String FILE = "file";
    private static final List<String> FIELDS = List.of("name", "source", "licence");

    private Credits() {}

    /** The credits as the page of files shows them. */
    record View(String source, String licence, String mark, List<Line> files) {}

    /**
     * A file and its own credit; the texts are empty if it has none.
     *
     * @param missing whether neither the file nor the lesson has a source and a licence
     */
    record Line(
            int number,
            String file,
            String path,
            boolean picture,
            String name,
            String source,
            String licence,
            boolean missing) {
        public boolean isOwn() {
            return !source.isEmpty() || !licence.isEmpty() || !name.isEmpty();
        }
    }

    static View of(DraftEditor.OpenDraft open) {
        return of(open, open.written().tree().path(DraftPlaces.CREDITS));
    }

    /**
     * Returns the view for the page of files.
     *
     * @param credits the values to show in the fields, stored or not
     */
    static View of(DraftEditor.OpenDraft open, JsonNode credits) {
        var names = open.files().keySet().stream()
                .filter(path -> path.matches("pictures/.*\\.(svg|png|jpg)|recordings/.*\\.(mp4|m4a|mp3)"))
                .toList();
        var lines = new java.util.ArrayList<Line>();
        for (var path : names) {
            var file = path.replaceAll("^.*/", "");
            var own = entry(credits, file);
            lines.add(new Line(
                    lines.size() + 1,
                    file,
                    path,
                    path.startsWith("pictures/"),
                    own.path("name").asText(),
                    own.path("source").asText(),
                    own.path("licence").asText(),
                    isMissing(credits, own)));
        }
        return new View(
                credits.path("source").asText(),
                credits.path("licence").asText(),
                DraftPlaces.mark(open.written().tree().path(DraftPlaces.CREDITS)),
                lines);
    }

    private static boolean isMissing(JsonNode credits, JsonNode own) {
        var said = own.has("source") || own.has("licence") ? own : credits;
        return !said.has("source") || !said.has("licence");
    }

    /** Returns the credits from a submitted form; fields and files keep their previous order. */
    static ObjectNode typed(SubmittedForm typed, JsonNode was) {
        var credits = JsonNodeFactory.instance.objectNode();
        text(credits, "source", typed.text("source"));
        text(credits, "licence", typed.text("licence"));
        var files = JsonNodeFactory.instance.arrayNode();
        for (int i = 1; i <= typed.count(FILES); i++) {
            var at = FieldPaths.entry(FILES, i);
            var one = JsonNodeFactory.instance.objectNode().put(FILE, typed.text(at + ".file"));
            FIELDS.forEach(field -> text(one, field, typed.text(at + "." + field)));
            if (one.size() > 1 && !one.path(FILE).asText().isEmpty()) {
                files.add(FieldPaths.inOrderOf(one, entry(was, one.path(FILE).asText())));
            }
        }
        if (!files.isEmpty()) {
            credits.set(FILES, files);
        }
        return FieldPaths.inOrderOf(credits, was);
    }

    /** Returns a file's own credit; a missing node if it has none. */
    static JsonNode entry(JsonNode credits, String file) {
        return StreamSupport.stream(credits.path(FILES).spliterator(), false)
                .filter(one -> one.path(FILE).asText().equals(file))
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::missingNode);
    }

    /** Writes the credits into a lesson; removes them if empty. */
    static void put(ObjectNode tree, ObjectNode credits) {
        if (credits.isEmpty()) {
            tree.remove(DraftPlaces.CREDITS);
        } else {
            tree.set(DraftPlaces.CREDITS, credits);
        }
    }

    /** Adds the credit and description of one file to a lesson. */
    static void add(ObjectNode tree, FileCredit said) {
        var credits = tree.path(DraftPlaces.CREDITS) instanceof ObjectNode there
                ? there
                : tree.putObject(DraftPlaces.CREDITS);
        var files = credits.path(FILES) instanceof ArrayNode list ? list : credits.putArray(FILES);
        var one = files.addObject().put(FILE, said.file());
        text(one, "name", said.name());
        text(one, "source", said.source());
        text(one, "licence", said.licence());
    }

    /** Fills in missing text alternatives of pictures from the description in the file's credit. */
    static void name(JsonNode part, ObjectNode tree) {
        if (part instanceof ObjectNode picture
                && picture.path(FILE).isTextual()
                && !picture.has("name")
                && !picture.has("decorative")) {
            text(
                    picture,
                    "name",
                    entry(tree.path(DraftPlaces.CREDITS), picture.path(FILE).asText())
                            .path("name")
                            .asText());
        }
        part.forEach(each -> name(each, tree));
    }

    /** Removes the credit of a deleted file from a lesson. */
    static void forget(ObjectNode tree, String path) {
        var file = path.replaceAll("^.*/", "");
        if (tree.path(DraftPlaces.CREDITS) instanceof ObjectNode credits
                && credits.path(FILES) instanceof ArrayNode files) {
            files.removeIf(one -> one.path(FILE).asText().equals(file));
            if (files.isEmpty()) {
                credits.remove(FILES);
            }
            put(tree, credits);
        }
    }

    private static void text(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text.replaceAll("(?<!\\s)\\s*\\n\\s*", " "));
        }
    }
}
