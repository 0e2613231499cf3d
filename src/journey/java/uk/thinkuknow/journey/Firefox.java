package uk.thinkuknow.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Controls Firefox ESR over WebDriver BiDi, which needs no separate driver. */
final class Firefox implements AutoCloseable {
    static final Path EXECUTABLE = Path.of("/usr/bin/firefox-esr");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LISTENING = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final String tab;

    Firefox() throws Exception {
        var profile = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "firefox-");
        process = new ProcessBuilder(
                        "" + EXECUTABLE,
                        "--headless",
                        "--no-remote",
                        "--remote-debugging-port",
                        "0",
                        "--profile",
                        "" + profile)
                .redirectErrorStream(true)
                .start();
        var address = address(process.inputReader());
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address + "/session"), new Answers())
                .get(60, TimeUnit.SECONDS);
        ask("session.new", JSON.createObjectNode().set("capabilities", JSON.createObjectNode()));
        tab = ask("browsingContext.getTree", JSON.createObjectNode())
                .at("/contexts/0/context")
                .asText();
    }

    /** Returns the browser's name and version. */
    String version() {
        return evaluate("navigator.userAgent").asText();
    }

    void open(String address) {
        ask(
                "browsingContext.navigate",
                JSON.createObjectNode().put("context", tab).put("url", address).put("wait", "complete"));
    }

    void reload() {
        ask(
                "browsingContext.reload",
                JSON.createObjectNode().put("context", tab).put("wait", "complete"));
    }

    /** Returns the value of an expression on the page; waits for a promise. */
    JsonNode evaluate(String expression) {
        var asking = JSON.createObjectNode().put("expression", expression).put("awaitPromise", true);
        asking.putObject("target").put("context", tab);
        var answer = ask("script.evaluate", asking);
        if (!answer.path("type").asText().equals("success")) {
            throw new IllegalStateException(
                    expression + ": " + answer.at("/exceptionDetails/text").asText());
        }
        return answer.at("/result/value");
    }

    /** Waits until the expression is true, for at most a minute. */
    void await(String expression) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (evaluate("Boolean(" + expression + ")").asBoolean()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("never true: " + expression);
    }

    /** Presses keys one after another: each is a character or one of WebDriver's codes, such as \uE007 for Enter. */
    void press(String keys) {
        var actions = JSON.createObjectNode().put("context", tab);
        var source = actions.putArray("actions").addObject().put("type", "key").put("id", "keyboard");
        var list = source.putArray("actions");
        keys.codePoints().mapToObj(Character::toString).forEach(key -> {
            list.addObject().put("type", "keyDown").put("value", key);
            list.addObject().put("type", "keyUp").put("value", key);
        });
        ask("input.performActions", actions);
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static String address(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var found = LISTENING.matcher(line);
            if (found.find()) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(said -> {}));
                return found.group(1);
            }
        }
        throw new IOException("Firefox ended before it listened");
    }

    private JsonNode ask(String method, JsonNode parameters) {
        int number = numbers.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(number, answer);
        ObjectNode command = JSON.createObjectNode().put("id", number).put("method", method);
        command.set("params", parameters);
        try {
            socket.sendText(command.toString(), true).get(60, TimeUnit.SECONDS);
            return answer.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(method, e);
        }
    }

    /** Receives the browser's responses and completes the command that each belongs to. */
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                take(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void take(String text) {
            try {
                var answer = JSON.readTree(text);
                var waiting = asked.remove(answer.path("id").asInt());
                if (waiting == null) {
                    return;
                }
                if (answer.path("type").asText().equals("error")) {
                    waiting.completeExceptionally(
                            new IllegalStateException(answer.path("message").asText()));
                } else {
                    waiting.complete(answer.path("result"));
                }
            } catch (IOException e) {
                asked.values().forEach(one -> one.completeExceptionally(e));
            }
        }
    }
}
