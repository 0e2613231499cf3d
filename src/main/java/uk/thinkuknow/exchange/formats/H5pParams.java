package uk.thinkuknow.exchange.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.exchange.content.RichText;

/** Reads the fields that most H5P content types share: HTML texts, lists, pictures. */
final class H5pParams {
    private H5pParams() {}

    /** Adds the picture above a question to its text; a film or sound is recorded as lost. */
    static RichText pictured(JsonNode params, RichText question) {
        var type = params.path("media").path("type").isObject()
                ? params.path("media").path("type")
                : params.path("media");
        var shown = type.path("params");
        var path = shown.path("file").path("path").asText();
        if (path.isEmpty()) {
            return type.path("library").asText().matches("H5P\\.(Video|Audio).*")
                            && !shown.path("sources").isEmpty()
                    ? question.and(new RichText(List.of(), List.of(), Set.of(Words.of("formats.itsFilmOrSound"))))
                    : question;
        }
        return question.and(picture(path, shown));
    }

    static RichText picture(String path, JsonNode shown) {
        return new RichText(
                List.of(), List.of(new RichText.Image(path, shown.path("alt").asText())), Set.of());
    }

    static RichText html(JsonNode node, String field) {
        return RichText.ofHtml(node.path(field).asText());
    }

    static Stream<JsonNode> each(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false);
    }
}
