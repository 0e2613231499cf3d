package uk.thinkuknow.schools.members;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A fake Keycloak server that knows one account and records the paths it is told to delete. */
public final class RecordingKeycloak implements AutoCloseable {
    private final List<String> deleted = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;

    public RecordingKeycloak(String username) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var answer = path.endsWith("/token")
                    ? "{\"access_token\":\"t\",\"expires_in\":60}"
                    : "[{\"id\":\"account-id\",\"username\":\"" + username + "\",\"name\":\"teacher\"}]";
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
