package uk.thinkuknow.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a lesson, read from the lesson page, with an answer to each question for simulated children to give.
 */
record LessonScript(List<ScriptStep> parts) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STEP = Pattern.compile("data-step=\"([^\"]+)\"");
    private static final Pattern QUESTION =
            Pattern.compile("data-question=\"([^\"]+)\" data-kind=\"([^\"]+)\" data-right=\"([^\"]*)\"");
    private static final Pattern TURN = Pattern.compile("data-key=\"([^\"]+)\" data-to=\"([^\"]*)\"");
    private static final Pattern KEY = Pattern.compile("data-key=\"([^\"]+)\"");

    /** A step, with its question and an answer if it has one. */
    record ScriptStep(
            String step,
            @Nullable String question,
            @Nullable JsonNode answer) {}

    /** Reads the lesson page of a seat. */
    static LessonScript of(String base, String seat) {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(URI.create(base + "/lesson"))
                    .header("Seat", seat)
                    .build();
            var page = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            var sections = List.of(page.split("<section ")).stream()
                    .filter(section -> STEP.matcher(section).find())
                    .map(LessonScript::part)
                    .toList();
            return new LessonScript(sections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    long questions() {
        return parts.stream().filter(part -> part.question() != null).count();
    }

    private static ScriptStep part(String section) {
        var step = STEP.matcher(section).results().findFirst().orElseThrow().group(1);
        var question = QUESTION.matcher(section).results().findFirst();
        if (question.isEmpty()) {
            return new ScriptStep(step, null, null);
        }
        var keys = KEY.matcher(section)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        JsonNode answer = switch (question.get().group(2)) {
            case "order" -> JSON.valueToTree(keys);
            case "places" -> JSON.valueToTree(List.of(question.get().group(3).split(" ")));
            case "story" -> JSON.valueToTree(way(section));
            case "multiple" -> JSON.valueToTree(keys.subList(0, 1));
            case "scale" -> JSON.valueToTree(Integer.parseInt(keys.getFirst()));
            default -> JSON.valueToTree(keys.getFirst());
        };
        return new ScriptStep(step, question.get().group(1), answer);
    }

    /** Returns the turns of a way through a story that always takes the first. */
    private static List<String> way(String section) {
        var scenes = List.of(section.split("data-scene=\""));
        var taken = new ArrayList<String>();
        var scene = scenes.get(1);
        while (TURN.matcher(scene).find()) {
            var turn = TURN.matcher(scene).results().findFirst().orElseThrow();
            taken.add(turn.group(1));
            var next = turn.group(2) + "\"";
            scene = turn.group(2).isEmpty()
                    ? ""
                    : scenes.stream()
                            .filter(one -> one.startsWith(next))
                            .findFirst()
                            .orElse("");
        }
        return taken;
    }
}
