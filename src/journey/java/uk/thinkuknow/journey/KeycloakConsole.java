package uk.thinkuknow.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Does what Keycloak's administrator does in its console, by its admin API. */
record KeycloakConsole(String address, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static KeycloakConsole open(String address, String name, String password) {
        var tokens = form(
                address + "/realms/master/protocol/openid-connect/token",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", name, "password", password));
        return new KeycloakConsole(address, tokens.path("access_token").asText());
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    void post(String path, Object body) {
        send(request(path).POST(BodyPublishers.ofString(written(body))));
    }

    void delete(String path) {
        send(request(path).DELETE());
    }

    /** Makes an account with a password of its own and a role. */
    void addUser(String realm, String username, String password, boolean temporary, String role) {
        post(
                realm + "/users",
                Map.of(
                        "username",
                        username,
                        "firstName",
                        "Given",
                        "lastName",
                        "Person",
                        "email",
                        username + "@given.example",
                        "enabled",
                        true,
                        "credentials",
                        new Object[] {Map.of("type", "password", "value", password, "temporary", temporary)}));
        var id = userId(realm, username);
        post(realm + "/users/" + id + "/role-mappings/realm", new Object[] {get(realm + "/roles/" + role)});
    }

    void removeUser(String realm, String username) {
        delete(realm + "/users/" + userId(realm, username));
    }

    void signOutUser(String realm, String username) {
        post(realm + "/users/" + userId(realm, username) + "/logout", Map.of());
    }

    private String userId(String realm, String username) {
        return get(realm + "/users?exact=true&username=" + username).at("/0/id").asText();
    }

    /** Sends a form without signing in and reads the answer. */
    static JsonNode form(String address, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/admin/realms" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String written(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
