package uk.thinkuknow.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import uk.thinkuknow.classroom.board.RightAnswers;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.lesson.Step;

/** The HTTP requests of one child's lesson, fourteen calls: look-up, seat, page, ten events one at a time, finish. */
final class LessonRequests {
    static final int CALLS = 14;
    private static final int EVENTS = 10;

    private final String host;
    private final List<String> events = new ArrayList<>();
    private final List<RequestKind> kinds = new ArrayList<>();

    LessonRequests(String host, Lesson lesson) {
        this.host = host;
        kinds.addAll(List.of(RequestKind.LOOK_UP, RequestKind.SEAT, RequestKind.PAGE));
        for (var step : lesson.steps()) {
            if (step instanceof Step.Ask ask && events.size() < EVENTS) {
                events.add("\"kind\":\"answered\",\"step\":\"%s\",\"question\":\"%s\",\"answer\":%s,\"agoMs\":40"
                        .formatted(step.key(), ask.question().key(), json(RightAnswers.rightFor(ask.question()))));
                kinds.add(RequestKind.ANSWER);
            }
        }
        for (int i = 0; events.size() < EVENTS; i++) {
            var step = lesson.steps().get(i % lesson.steps().size());
            events.add("\"kind\":\"viewed\",\"step\":\"%s\",\"agoMs\":40".formatted(step.key()));
            kinds.add(RequestKind.VIEWED);
        }
        events.add("\"kind\":\"finished\",\"step\":\"%s\",\"agoMs\":40"
                .formatted(lesson.steps().getLast().key()));
        kinds.add(RequestKind.FINISH);
    }

    /** The kind of a call. */
    enum RequestKind {
        LOOK_UP,
        SEAT,
        PAGE,
        ANSWER,
        VIEWED,
        FINISH
    }

    RequestKind kind(int call) {
        return kinds.get(call);
    }

    int expected(int call) {
        return call == 1 ? 201 : 200;
    }

    long answers() {
        return kinds.stream().filter(RequestKind.ANSWER::equals).count();
    }

    ByteBuffer request(int call, BenchSession lesson, int card, String seat) {
        var request = new StringBuilder(640);
        switch (kind(call)) {
            case LOOK_UP -> post(request, "/api/classroom", "{\"code\":\"" + lesson.code() + "\"}");
            case SEAT ->
                post(
                        request,
                        "/api/classroom/seats",
                        "{\"code\":\"" + lesson.code() + "\",\"key\":\"" + key() + "\",\"class\":\""
                                + lesson.classPublicId() + "\",\"card\":" + card + ",\"holds\":[]}");
            case PAGE ->
                head(request.append("GET /lesson"))
                        .append("Accept-Encoding: gzip\r\nCookie: seat=")
                        .append(seat)
                        .append("\r\n\r\n");
            case ANSWER, VIEWED, FINISH ->
                post(
                        request,
                        "/api/progress",
                        "{\"seat\":\"" + seat + "\",\"events\":[{\"key\":\"" + key() + "\"," + events.get(call - 3)
                                + "}]}");
        }
        return ByteBuffer.wrap(request.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private void post(StringBuilder request, String path, String body) {
        head(request.append("POST ").append(path))
                .append("Content-Type: application/json\r\nOrigin: http://")
                .append(host)
                .append("\r\nSec-Fetch-Site: same-origin\r\nContent-Length: ")
                .append(body.length())
                .append("\r\n\r\n")
                .append(body);
    }

    private StringBuilder head(StringBuilder request) {
        return request.append(" HTTP/1.1\r\nHost: ").append(host).append("\r\n");
    }

    static String key() {
        var random = ThreadLocalRandom.current();
        return new java.util.UUID(
                        (random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | 0x8000000000000000L)
                .toString();
    }

    private static String json(Object value) {
        try {
            return new JsonMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
