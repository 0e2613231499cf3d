package uk.thinkuknow.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.SeatPace;

/** A simulated child that calls the classroom API, keeps events in an outbox and sends them until they are stored. */
final class ApiChild {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private final String base;
    private final List<ObjectNode> outbox = new ArrayList<>();
    private final List<String> acknowledged = new ArrayList<>();
    private String seat = "";

    ApiChild(String base) {
        this.base = base;
    }

    /** A response of the server: its status and its JSON body. */
    record Answer(int status, JsonNode body) {}

    static Answer lookUp(String base, String code) {
        return post(base + "/api/classroom", JSON.createObjectNode().put("code", code));
    }

    Answer take(String code, String classId, int card) {
        SeatPace.await(code);
        var wanted = JSON.createObjectNode()
                .put("code", code)
                .put("key", UUID.randomUUID().toString())
                .put("class", classId)
                .put("card", card);
        wanted.putArray("holds");
        var answer = post(base + "/api/classroom/seats", wanted);
        if (answer.status() == 201) {
            seat = answer.body().get("seat").asText();
        }
        return answer;
    }

    void views(String step) {
        outbox.add(event("viewed", step));
    }

    void answers(String step, String question, JsonNode answer) {
        var event = event("answered", step).put("question", question);
        event.set("answer", answer);
        outbox.add(event);
    }

    void finishes(String step) {
        outbox.add(event("finished", step));
    }

    /**
     * Sends the outbox and removes events that are stored or refused. Returns the HTTP status; 0 without a response,
     * and 200 if the outbox is empty.
     */
    int send() {
        if (outbox.isEmpty()) {
            return 200;
        }
        var batch = JSON.createObjectNode().put("seat", seat);
        ArrayNode events = batch.putArray("events");
        outbox.forEach(events::add);
        Answer answer;
        try {
            answer = post(base + "/api/progress", batch);
        } catch (UncheckedIOException e) {
            return 0;
        }
        answer.body().path("stored").forEach(key -> {
            acknowledged.add(key.asText());
            outbox.removeIf(event -> event.get("key").asText().equals(key.asText()));
        });
        answer.body()
                .path("refused")
                .forEach(refused -> outbox.removeIf(event ->
                        event.get("key").asText().equals(refused.get("key").asText())));
        return answer.status();
    }

    int waiting() {
        return outbox.size();
    }

    /** Returns the keys of the events that the server reported as stored. */
    List<String> acknowledged() {
        return acknowledged;
    }

    String seat() {
        return seat;
    }

    private static ObjectNode event(String kind, String step) {
        return JSON.createObjectNode()
                .put("key", UUID.randomUUID().toString())
                .put("kind", kind)
                .put("step", step)
                .put("agoMs", 0);
    }

    private static Answer post(String address, JsonNode body) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Eventually.PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            var text = response.body();
            return new Answer(
                    response.statusCode(), text.startsWith("{") ? JSON.readTree(text) : JSON.createObjectNode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
