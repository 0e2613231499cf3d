package uk.thinkuknow.schools.members;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fake Keycloak server that knows one account with its roles, and records the paths it is told to delete. */
public final class RecordingKeycloak implements AutoCloseable {
    private final List<String> deleted = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;

    public RecordingKeycloak(String username) throws IOException {
        this(username, List.of("teacher"));
    }

    public RecordingKeycloak(String username, List<String> roles) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var answer = path.endsWith("/token")
                    ? "{\"access_token\":\"t\",\"expires_in\":60}"
                    : path.endsWith("/role-mappings/realm")
                            ? list(roles.stream().map(role -> "{\"name\":\"" + role + "\"}"))
                            : list(Stream.of("{\"id\":\"account-id\",\"username\":\"" + username + "\"}"));
            if (exchange.getRequestMethod().equals("DELETE")) {
                deleted.add(path);
            }
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    private static String list(Stream<String> objects) {
        return objects.collect(Collectors.joining(",", "[", "]"));
    }

    public String realm() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/x";
    }

    public List<String> deleted() {
        return List.copyOf(deleted);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
