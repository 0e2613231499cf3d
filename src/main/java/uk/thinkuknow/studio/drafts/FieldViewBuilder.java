package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.studio.forms.FieldPaths;
import uk.thinkuknow.studio.forms.FieldView;
import uk.thinkuknow.studio.forms.FieldView.Entry;
import uk.thinkuknow.studio.forms.FormField;
import uk.thinkuknow.studio.forms.FormField.Parts;
import uk.thinkuknow.web.FormOption;

/**
 * Builds what the page shows for each field of a form: the value in the lesson, the choices, and what the checks found.
 */
public final class FieldViewBuilder {
    private static final String PICTURES = LessonFolder.PICTURES;
    private static final String RECORDINGS = LessonFolder.RECORDINGS;

    private final JsonNode whole;
    private final List<String> files;
    private final PlaceRemarks remarks;

    /**
     * @param whole the content of the place
     * @param files the paths of the draft's files
     */
    public FieldViewBuilder(JsonNode whole, List<String> files, PlaceRemarks remarks) {
        this.whole = whole;
        this.files = files;
        this.remarks = remarks;
    }

    public List<FieldView> all(List<FormField> fields) {
        return all(fields, "", whole);
    }

    private List<FieldView> all(List<FormField> fields, String prefix, JsonNode part) {
        var views = new ArrayList<FieldView>();
        for (var field : fields) {
            views.add(view(field, FieldPaths.join(prefix, field.name()), part.path(field.name()), part));
        }
        return views;
    }

    private FieldView view(FormField field, String path, JsonNode value, JsonNode part) {
        return switch (field) {
            case FormField.Line f -> plain("line", f, f.hint(), path, value);
            case FormField.Text f -> plain(f.markdown() ? "markdown" : "words", f, f.hint(), path, value);
            case FormField.Tag f -> plain("tag", f, f.hint(), path, value);
            case FormField.Key f -> plain("key", f, "", path, value);
            case FormField.Number f -> plain("number", f, Words.of("drafts.range", f.least(), f.most()), path, value);
            case FormField.Tick f -> plain("tick", f, "", path, value);
            case FormField.OnlyOne f -> plain("only-one", f, "", path, value);
            case FormField.OneOf f -> chosen("one", f, "", path, value, chosen(f.choices(), value.asText()));
            case FormField.TrueOrFalse f ->
                chosen(
                        "radios",
                        f,
                        "",
                        path,
                        value,
                        List.of(
                                new FormOption(
                                        "true", Words.of("drafts.isTrue"), value.isBoolean() && value.booleanValue()),
                                new FormOption(
                                        "false",
                                        Words.of("drafts.isFalse"),
                                        value.isBoolean() && !value.booleanValue())));
            case FormField.SomeOf f -> chosen("some", f, f.hint(), path, value, some(f.choices(), value));
            case FormField.SureOf f -> chosen("one", f, "", path, value, sure(f, value.asText()));
            case FormField.OneOfList f -> chosen("one", f, "", path, value, ofList(f, path, value.asText()));
            case FormField.Sound f ->
                file(f.spoken() ? "spoken" : "file", f, f.hint(), path, value, RECORDINGS, f.types());
            case FormField.Picture f -> file("picture", f, "", path, value, PICTURES, "svg png jpg");
            case FormField.Part f -> part(f, path, value);
            case FormField.Texts f -> texts(f, path, value);
            case Parts f -> parts(f, path, value);
        };
    }

    private FieldView plain(String kind, FormField field, String hint, String path, JsonNode value) {
        return chosen(kind, field, hint, path, value, List.of());
    }

    private FieldView chosen(
            String kind, FormField field, String hint, String path, JsonNode value, List<FormOption> choices) {
        return new FieldView(
                kind,
                path,
                field.label(),
                hint,
                value.asText(),
                choices,
                List.of(),
                List.of(),
                0,
                "",
                remarks.at(path));
    }

    /** Builds the view of a file field; a picture also has its text alternative. */
    private FieldView file(
            String kind, FormField field, String hint, String path, JsonNode value, String folder, String types) {
        var picture = field instanceof FormField.Picture;
        var name = picture ? value.path("file").asText() : value.asText();
        return new FieldView(
                kind,
                path,
                field.label(),
                picture && value.path("decorative").asBoolean() ? "decorative" : hint,
                picture ? value.path("name").asText() : name,
                files(folder, types, name),
                List.of(),
                List.of(),
                0,
                types,
                picture ? remarks.at(path, path + ".file", path + ".name") : remarks.at(path));
    }

    private FieldView part(FormField.Part field, String path, JsonNode value) {
        var fields = all(field.fields().apply(value), path, value);
        return list(
                "part",
                field,
                "",
                path,
                List.of(new Entry(path, 1, "", value.path("kind").asText(), true, fields)),
                List.of(),
                1);
    }

    private FieldView texts(FormField.Texts field, String path, JsonNode value) {
        var entries = new ArrayList<Entry>();
        int size = value.size();
        for (int i = 1; i <= size; i++) {
            var at = FieldPaths.entry(path, i);
            var line = new FormField.Line("", TextFormat.capitalised(Words.of("forms.numbered", field.each(), i)), "");
            entries.add(new Entry(
                    at, i, field.each(), "", i == size, List.of(plain("line", line, "", at, value.get(i - 1)))));
        }
        return list("texts", field, field.hint(), path, entries, List.of(), field.most());
    }

    private FieldView parts(Parts field, String path, JsonNode value) {
        var entries = new ArrayList<Entry>();
        int size = value.size();
        for (int i = 1; i <= size; i++) {
            var at = FieldPaths.entry(path, i);
            var one = value.get(i - 1);
            entries.add(new Entry(
                    at,
                    i,
                    field.each(),
                    field.kinds().isEmpty() ? "" : one.path("kind").asText(),
                    i == size,
                    all(field.fields().apply(one), at, one)));
        }
        return list("parts", field, "", path, entries, chosen(field.kinds(), ""), field.most());
    }

    private FieldView list(
            String kind,
            FormField field,
            String hint,
            String path,
            List<Entry> entries,
            List<FormOption> adds,
            int most) {
        return new FieldView(kind, path, field.label(), hint, "", List.of(), entries, adds, most, "", remarks.at(path));
    }

    private static List<FormOption> chosen(List<FormField.Choice> choices, String key) {
        return choices.stream()
                .map(choice -> new FormOption(
                        choice.key(), choice.words(), choice.key().equals(key)))
                .toList();
    }

    private static List<FormOption> some(List<FormField.Choice> choices, JsonNode value) {
        var keys = StreamSupport.stream(value.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return choices.stream()
                .map(choice -> new FormOption(choice.key(), choice.words(), keys.contains(choice.key())))
                .toList();
    }

    private static List<FormOption> sure(FormField.SureOf field, String key) {
        var choices = new ArrayList<FormOption>();
        choices.add(
                new FormOption(key.startsWith(FieldPaths.SURE) ? "" : key, Words.of("drafts.sureOfNothing"), false));
        field.questions()
                .forEach(question -> choices.add(new FormOption(
                        FieldPaths.SURE + question.key(),
                        question.words(),
                        key.equals(FieldPaths.SURE + question.key()))));
        return choices;
    }

    /** Returns the entries of another list in the same question. */
    private List<FormOption> ofList(FormField.OneOfList field, String path, String key) {
        var question = path.startsWith("question.") ? "question." : path.replaceAll("\\..*", ".");
        var choices = new ArrayList<FormOption>();
        choices.add(
                new FormOption("", field.none().isEmpty() ? Words.of("drafts.choose") : field.none(), key.isEmpty()));
        int number = 0;
        for (var thing : FieldPaths.at(whole, question + field.list())) {
            number++;
            var name = thing.path("key").asText();
            var words = number + ": " + cut(thing.path("text").asText());
            choices.add(new FormOption(name, words, name.equals(key)));
        }
        return choices;
    }

    private List<FormOption> files(String folder, String types, String file) {
        var known = List.of(types.split(" "));
        var choices = new ArrayList<FormOption>();
        choices.add(new FormOption("", Words.of("drafts.none"), file.isEmpty()));
        files.stream()
                .filter(name -> name.startsWith(folder) && known.contains(name.replaceAll("^.*\\.", "")))
                .map(name -> name.substring(folder.length()))
                .forEach(name -> choices.add(new FormOption(name, name, name.equals(file))));
        if (!file.isEmpty() && choices.stream().noneMatch(FormOption::chosen)) {
            choices.add(new FormOption(file, Words.of("drafts.notThere", file), true));
        }
        return choices;
    }

    private static String cut(String words) {
        var line = words.replaceAll("\\s+", " ");
        return line.length() > 50 ? line.substring(0, 49) + "…" : line;
    }
}
