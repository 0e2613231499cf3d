package uk.thinkuknow.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Simulates the cards of a class from one number to another, each as a child that calls the classroom API. */
final class ApiClass implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<ApiChild> children = new ArrayList<>();
    private final List<Future<?>> lessons = new ArrayList<>();
    private final LessonScript script;

    ApiClass(String base, String code, int from, int to) {
        var classId = ApiChild.lookUp(base, code).body().at("/classes/0/class").asText();
        for (int card = from; card <= to; card++) {
            var child = new ApiChild(base);
            assertEquals(201, child.take(code, classId, card).status(), "card " + card);
            children.add(child);
        }
        script = LessonScript.of(base, children.getFirst().seat());
    }

    LessonScript script() {
        return script;
    }

    List<ApiChild> children() {
        return children;
    }

    /**
     * Starts the lesson for each child in a thread of its own, with the child's events spread over this many seconds.
     */
    void takeLessonOver(int seconds) {
        var pause = seconds * 1000L / script.parts().size();
        for (var child : children) {
            lessons.add(threads.submit(() -> take(child, pause)));
        }
    }

    /** Waits until every child has finished and all their events are stored, for at most three minutes each. */
    void awaitEnd() throws Exception {
        for (var lesson : lessons) {
            lesson.get(3, TimeUnit.MINUTES);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Void take(ApiChild child, long pause) throws InterruptedException {
        for (var part : script.parts()) {
            child.views(part.step());
            if (part.question() != null) {
                child.answers(part.step(), part.question(), part.answer());
            }
            child.send();
            Thread.sleep(pause);
        }
        child.finishes(script.parts().getLast().step());
        while (child.send() != 200 || child.waiting() > 0) {
            Thread.sleep(300);
        }
        return null;
    }
}
