package uk.thinkuknow.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Quarkus;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.classroom.board.ClassroomService;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.classroom.session.StartSession;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Question;
import uk.thinkuknow.curriculum.lesson.Step;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Has all classes of a new demo take a lesson through their pages' calls, and ends the application. Java then keeps what it
 * has loaded and compiled for later starts (ADR 85); only scripts that build the application ask for it.
 */
@Singleton
class DemoRehearsal {
    private static final int MINUTES_AT_MOST = 3;
    /** A room lets in ten a second without its teacher. */
    private static final int MILLIS_BETWEEN_SEATS = 120;

    /** One lesson of each child is too few for Java to compile what it takes. */
    private static final int ROUNDS = 5;

    private final boolean wanted;
    private final SchoolService schools;
    private final PeopleService people;
    private final DemoLessons lessons;
    private final SessionService sessions;
    private final ClassroomService classroom;
    private final Clock clock;
    private final RandomGenerator random;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final AtomicInteger finished = new AtomicInteger();

    DemoRehearsal(
            @ConfigProperty(name = "thinkuknow.rehearsal", defaultValue = "false") boolean wanted,
            SchoolService schools,
            PeopleService people,
            DemoLessons lessons,
            SessionService sessions,
            ClassroomService classroom,
            Clock clock,
            RandomGenerator random) {
        this.wanted = wanted;
        this.schools = schools;
        this.people = people;
        this.lessons = lessons;
        this.sessions = sessions;
        this.classroom = classroom;
        this.clock = clock;
        this.random = random;
    }

    void begin(@ObservesAsync HttpServerStart server) throws InterruptedException {
        if (!wanted) {
            return;
        }
        var address = URI.create("http://127.0.0.1:" + server.options().getPort());
        try (var children = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var school : DemoContents.read().schools()) {
                var teacher = people.byUsername(school.teacher().username()).orElseThrow();
                for (var group : RetryOnConflict.join(() -> schools.classesNow(teacher.school()))) {
                    lessons.moduleFor(group.band())
                            .ifPresent(module -> children.execute(() -> teach(teacher, group, module, address)));
                }
            }
            children.shutdown();
            if (!children.awaitTermination(MINUTES_AT_MOST, TimeUnit.MINUTES)) {
                children.shutdownNow();
            }
        } finally {
            Log.infof("%d children finished a lesson", finished.get());
            Quarkus.asyncExit();
        }
    }

    private void teach(StaffMember teacher, ClassFacts group, PublishedModule module, URI address) {
        var wish = new StartSession(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                module.key(),
                List.of(new StartSession.ChosenClass(group.publicId(), null)),
                true,
                false,
                true,
                Language.ENGLISH);
        var session = sessions.session(sessions.start(teacher, wish));
        var room =
                new Room(address, classroom.code(session.id()), group.publicId().value());
        takeLesson(room, group.inForce(London.today(clock)).numbers(), module);
    }

    /** A class's room, at the address of the product. */
    record Room(URI address, String code, String group) {}

    /** Has each card take the lesson; each begins when the one before has a seat. */
    void takeLesson(Room room, List<Integer> cards, PublishedModule module) {
        try (var children = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int card : cards) {
                children.submit(() -> learn(room, card, module));
                Thread.sleep(MILLIS_BETWEEN_SEATS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Void learn(Room room, int card, PublishedModule module) throws IOException, InterruptedException {
        var wish = Map.of(
                "code",
                room.code(),
                "key",
                new UUID(random.nextLong(), random.nextLong()),
                "class",
                room.group(),
                "card",
                card,
                "holds",
                List.of());
        var token = json.readTree(post(room, "/api/classroom/seats", wish))
                .path("seat")
                .asText();
        for (int round = 0; round < ROUNDS; round++) {
            post(room, "/api/classroom", Map.of("code", room.code()));
            send(HttpRequest.newBuilder(room.address().resolve("/lesson"))
                    .header("Accept-Encoding", "gzip")
                    .header("Seat", token));
            for (var event : events(module, round == 0)) {
                post(room, "/api/progress", Map.of("seat", token, "events", List.of(event)));
            }
        }
        finished.incrementAndGet();
        return null;
    }

    private List<Map<String, Object>> events(PublishedModule module, boolean answers) {
        var events = new ArrayList<Map<String, Object>>();
        for (var step : module.lesson().steps()) {
            events.add(event("viewed", step));
            if (answers && step instanceof Step.Ask ask && ask.question() instanceof Question.SingleChoice choice) {
                var answer = event("answered", step);
                answer.put("question", choice.key());
                answer.put("answer", choice.options().getFirst().key());
                events.add(answer);
            }
        }
        events.add(event("finished", module.lesson().steps().getLast()));
        return events;
    }

    private Map<String, Object> event(String kind, Step step) {
        return new HashMap<>(Map.of(
                "key", new UUID(random.nextLong(), random.nextLong()), "kind", kind, "step", step.key(), "agoMs", 40));
    }

    private String post(Room room, String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(room.address().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri().getPath() + " " + answer.statusCode());
        }
        return answer.body();
    }
}
