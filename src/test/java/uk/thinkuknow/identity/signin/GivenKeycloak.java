package uk.thinkuknow.identity.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A fake Keycloak server that gives a test's answers, and records what it is asked. */
final class GivenKeycloak implements AutoCloseable {
    private static final String TOKEN = "/realms/x/protocol/openid-connect/token";
    private static final String ADMIN = "/admin/realms/x";

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;

    /** A status and a body in JSON. */
    private record Answer(int status, String body) {}

    GivenKeycloak() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
        token(200, "first");
    }

    String realm() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/x";
    }

    /**
     * Says what is answered to a request, such as "GET /users/7", of the admin API; otherwise an empty list, or 204.
     * With 302 the body is where it leads.
     */
    GivenKeycloak answers(String request, int status, String body) {
        answers.put(request.replaceFirst(" ", " " + ADMIN), new Answer(status, body));
        return this;
    }

    /** Says which token is given, for 60 seconds. */
    GivenKeycloak token(int status, String token) {
        var body = "{\"access_token\":\"%s\",\"expires_in\":60}".formatted(token);
        answers.put("POST " + TOKEN, new Answer(status, body));
        return this;
    }

    /** Has an account with the id 7. */
    GivenKeycloak account(String username) {
        return answers(
                "GET /users?exact=true&briefRepresentation=true&username=" + username,
                200,
                "[{\"id\":\"7\",\"username\":\"%s\"}]".formatted(username));
    }

    /** Each request to the admin API that changes something, with its body. */
    List<String> changes() {
        return asked.stream().filter(each -> !each.startsWith("GET ")).toList();
    }

    /** The token of each request to the admin API. */
    List<String> tokens() {
        return List.copyOf(tokens);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (request.contains(ADMIN)) {
            asked.add((request.replace(ADMIN, "") + " " + body).strip());
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        } else if (!body.equals("grant_type=client_credentials&client_id=thinkuknow-accounts&client_secret=secret")) {
            asked.add(body);
        }
        var answer = answers.getOrDefault(request, new Answer(request.startsWith("GET") ? 200 : 204, "[]"));
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer.status() == 302) {
            exchange.getResponseHeaders().add("Location", answer.body());
        }
        exchange.sendResponseHeaders(answer.status(), answer.status() == 204 ? -1 : bytes.length);
        if (answer.status() != 204) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
