package uk.thinkuknow.exchange.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.exchange.content.ImportResult;
import uk.thinkuknow.exchange.content.ImportedQuestion;
import uk.thinkuknow.exchange.content.LessonBuilder;
import uk.thinkuknow.exchange.content.PictureFinder;
import uk.thinkuknow.exchange.content.RichText;
import uk.thinkuknow.exchange.content.RichTextReader;
import uk.thinkuknow.exchange.qti.QtiImporter;

/** Imports an H5P file: a question, a set of questions, or a page, book or film in which questions are found. */
final class H5pImporter {
    private static final String LIST = "h5p.json";
    private static final String CONTENT = "content/content.json";
    private static final int DEEPEST = 80;
    /** A tree takes some fifty times the memory of its file, so the parser refuses before there is one. */
    private static final int LARGEST = 2 * 1024 * 1024;

    private static final int MOST_TOKENS = 100_000;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .build();
    /** Content types that are skipped without a line in the report. */
    private static final Set<String> NO_CONTENT =
            Set.of(("H5P.Image H5P.Link H5P.Audio H5P.Video H5P.Nil H5P.Shape H5P.IFrameEmbed H5P.GoToSlide"
                            + " H5P.ContinuousText H5P.ExportableTextArea H5P.TwitterUserFeed")
                    .split(" "));

    private static final Map<String, String> UNSUPPORTED = Map.of(
            "H5P.MemoryGame", Words.of("formats.isAGameOfMemory"),
            "H5P.DocumentationTool", Words.of("formats.isAFormToFill"),
            "H5P.BranchingScenario", Words.of("formats.branchesThroughFilmsAndPages"),
            "H5P.GoToQuestion", Words.of("formats.leadsToAnotherPlaceOf"),
            "H5P.SpeakTheWords", Words.of("formats.listensToWhatIsSaid"),
            "H5P.SpeakTheWordsSet", Words.of("formats.listensToWhatIsSaid"),
            "H5P.Summary", Words.of("formats.hasNothingToChooseFrom"));

    private final SortedMap<String, byte[]> files;
    private final LessonBuilder draft;

    private H5pImporter(SortedMap<String, byte[]> files, LessonBuilder draft) {
        this.files = files;
        this.draft = draft;
    }

    static boolean isOne(Map<String, byte[]> files) {
        return files.containsKey(LIST) && files.containsKey(CONTENT);
    }

    static ImportResult read(String fileName, SortedMap<String, byte[]> files) {
        var list = json(files, LIST);
        var library = list.path("mainLibrary").asText();
        var draft = new LessonBuilder(
                "H5P (" + shortened(library) + ")",
                RichTextReader.oneLine(list.path("title").asText()));
        var reading = new H5pImporter(files, draft);
        reading.part(library, unwrapped(json(files, CONTENT)), draft.about().title());
        return draft.result(fileName);
    }

    private static JsonNode json(Map<String, byte[]> files, String name) {
        var bytes = files.getOrDefault(name, new byte[0]);
        if (bytes.length > LARGEST) {
            throw new Refused("formats.theFileInTheArchiveIsLarger", name, LARGEST / 1024 / 1024);
        }
        try {
            var read = JSON.readTree(bytes);
            if (read == null || !read.isObject()) {
                throw new Refused("formats.theFileInTheArchive", name);
            }
            return read;
        } catch (StreamConstraintsException e) {
            throw new Refused("formats.theFileInTheArchiveHasTooMany", name);
        } catch (IOException e) {
            throw new Refused("formats.theFileInTheArchiveIs", name);
        }
    }

    /** Some programs wrap the content in an object that names its library again. */
    private static JsonNode unwrapped(JsonNode content) {
        return content.has("library") && content.path("params").isObject() ? content.path("params") : content;
    }

    /**
     * Reads one part. In a part of an unknown kind, looks for parts of known kinds; reports it as left out if it has
     * none.
     */
    private void part(String library, JsonNode params, String called) {
        var kind = library.replaceAll("\\s.*", "");
        var name = called.toLowerCase(Locale.ROOT).startsWith("untitled") ? "" : called;
        var questions = new H5pQuestions(draft, source -> files.get(QtiImporter.resolved("content/", source)), name);
        var reading = questions.readerFor(kind);
        if (reading != null) {
            ImportedQuestion.readOrReport(draft, name.isEmpty() ? shortened(kind) : name, () -> reading.accept(params));
            return;
        }
        var introduction = params.path("introPage");
        var title = RichTextReader.oneLine(introduction.path("title").asText());
        firstPage(introduction, "showIntroPage", introduction.path("introduction"), title);
        if (params.path("randomQuestions").asBoolean()
                || params.path("poolSize").asInt() > 0) {
            draft.note(Words.of("formats.theSetDrawsOrMixes"));
        }
        firstPage(
                params,
                "showCoverPage",
                params.path("bookCover").path("coverDescription"),
                draft.about().title());
        if (UNSUPPORTED.containsKey(kind) || !inside(params)) {
            var reason = UNSUPPORTED.getOrDefault(kind, Words.of("formats.isOfAKindThat", shortened(kind)));
            draft.reportLeftOut(name.isEmpty() ? shortened(kind) : name, reason);
        }
    }

    /** Adds the introduction of a question set or the cover of a book as a step to read, if the file shows it. */
    private void firstPage(JsonNode page, String shown, JsonNode html, String title) {
        var words = RichText.ofHtml(html.asText());
        if (page.path(shown).asBoolean() && !words.isEmpty()) {
            ImportedQuestion.readOrReport(
                    draft, title, () -> new ImportedQuestion(draft, title, words, PictureFinder.NONE, "").read());
        }
    }

    /** Reads all parts inside a node. Returns whether there is one that is not skipped. */
    private boolean inside(JsonNode node) {
        boolean found = false;
        if (node.isObject()
                && node.path("library").isTextual()
                && node.path("params").isObject()) {
            if (NO_CONTENT.contains(node.path("library").asText().replaceAll("\\s.*", ""))) {
                return false;
            }
            part(
                    node.path("library").asText(),
                    node.path("params"),
                    node.path("metadata").path("title").asText());
            return true;
        }
        for (var child : node) {
            found |= child.isContainerNode() && inside(child);
        }
        return found;
    }

    private static String shortened(String library) {
        return RichTextReader.oneLine(library).replaceAll("[^A-Za-z0-9. ]", "").replaceAll("(?<=.{60}).*", "");
    }
}
