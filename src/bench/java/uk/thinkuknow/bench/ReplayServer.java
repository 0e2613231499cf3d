package uk.thinkuknow.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A bare Vert.x server that replays the application's recorded responses to a lesson: it checks, signs and stores
 * nothing. The CPU that the application uses above that of this server is the cost of its own code.
 *
 * <p>It runs as a separate process so that its CPU is counted separately.
 */
public final class ReplayServer {
    private static final List<String> NOT_REPEATED =
            List.of("content-length", "connection", "transfer-encoding", ":status");

    private ReplayServer() {}

    /** A recorded response of the application. */
    private record Answer(int status, Map<String, String> headers, Buffer body) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var product = URI.create(arguments[0]);
        var lesson = new BenchSession(0, arguments[1], arguments[2]);
        var answers = record(product, lesson);
        var server = Vertx.vertx().createHttpServer().requestHandler(request -> {
            var answer = answers.get(request.method() + " " + request.path());
            request.body().onSuccess(body -> {
                request.response().setStatusCode(answer.status());
                answer.headers().forEach(request.response()::putHeader);
                request.response().end(answer.body());
            });
        });
        var listening = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        System.out.println(listening.actualPort());
        System.in.read(); // the benchmark closes this pipe when it is done
        System.exit(0);
    }

    private static Map<String, Answer> record(URI product, BenchSession lesson)
            throws IOException, InterruptedException {
        var answers = new HashMap<String, Answer>();
        try (var client = HttpClient.newHttpClient()) {
            var code = "{\"code\":\"" + lesson.code() + "\"}";
            answers.put("POST /api/classroom", post(client, product.resolve("/api/classroom"), code));
            var seat = post(
                    client,
                    product.resolve("/api/classroom/seats"),
                    "{\"code\":\"%s\",\"key\":\"%s\",\"class\":\"%s\",\"card\":30,\"holds\":[]}"
                            .formatted(lesson.code(), LessonRequests.key(), lesson.classPublicId()));
            answers.put("POST /api/classroom/seats", seat);
            var token = seat.body().toString().replaceAll("(?s).*\"seat\":\"([^\"]+)\".*", "$1");
            answers.put(
                    "GET /lesson",
                    answer(
                            client,
                            HttpRequest.newBuilder(product.resolve("/lesson"))
                                    .header("Accept-Encoding", "gzip")
                                    .header("Cookie", "seat=" + token)
                                    .build()));
            answers.put(
                    "POST /api/progress",
                    post(client, product.resolve("/api/progress"), "{\"seat\":\"%s\",\"events\":[]}".formatted(token)));
        }
        return answers;
    }

    private static Answer post(HttpClient client, URI address, String body) throws IOException, InterruptedException {
        return answer(
                client,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static Answer answer(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(request.uri() + " " + answer.statusCode());
        }
        var headers = new HashMap<String, String>();
        answer.headers().map().forEach((name, values) -> {
            if (!NOT_REPEATED.contains(name)) {
                headers.put(name, values.getFirst());
            }
        });
        return new Answer(answer.statusCode(), headers, Buffer.buffer(answer.body()));
    }

    /**
     * Returns the CPU per lesson in milliseconds, after a warm-up.
     *
     * @param load makes the load for the address of a server
     */
    static double cpuPerLesson(
            URI product, BenchSession lesson, Function<InetSocketAddress, LessonLoad> load, int children, int seconds)
            throws IOException, InterruptedException {
        var java = ProcessHandle.current().info().command().orElse("java");
        var hello = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplayServer.class.getName(),
                        product.toString(),
                        lesson.code(),
                        lesson.classPublicId())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = hello.inputReader()) {
            var replay = load.apply(new InetSocketAddress("127.0.0.1", Integer.parseInt(output.readLine())));
            replay.run(children, TimeUnit.SECONDS.toMillis(seconds));
            double before = ProcessUse.cpuSeconds(hello.pid());
            int lessons =
                    replay.run(children, TimeUnit.SECONDS.toMillis(seconds)).lessons();
            return 1000 * (ProcessUse.cpuSeconds(hello.pid()) - before) / lessons;
        } finally {
            hello.destroy();
        }
    }
}
