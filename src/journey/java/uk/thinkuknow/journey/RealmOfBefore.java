package uk.thinkuknow.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import static java.net.URLEncoder.encode;

/** The realm as installations from before 28 November 2026 have it, whose ID tokens say no roles; closed, it says them again. */
final class RealmOfBefore implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;
    private final URI mappers;
    private final JsonObject roles;

    /** Throws IllegalStateException when Keycloak refuses, and NoSuchElementException when the realm never said roles. */
    RealmOfBefore(Product product) {
        var form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + encode(product.passwordOfKeycloaksAdministrator(), StandardCharsets.UTF_8);
        var signIn = URI.create(product.keycloak() + "/realms/master/protocol/openid-connect/token");
        token = new JsonObject(said(HttpRequest.newBuilder(signIn)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))))
                .getString("access_token");
        var clients = product.keycloak() + "/admin/realms/thinkuknow/clients";
        var client = asked(URI.create(clients + "?clientId=thinkuknow")).getJsonObject(0);
        mappers = URI.create(clients + "/" + client.getString("id") + "/protocol-mappers/models");
        roles = asked(mappers).stream()
                .map(JsonObject.class::cast)
                .filter(mapper -> mapper.getString("name").equals("roles"))
                .findAny()
                .orElseThrow();
        said(signed(URI.create(mappers + "/" + roles.getString("id"))).DELETE());
    }

    @Override
    public void close() {
        said(signed(mappers).header("Content-Type", "application/json").POST(BodyPublishers.ofString(roles.encode())));
    }

    private JsonArray asked(URI address) {
        return new JsonArray(said(signed(address)));
    }

    private HttpRequest.Builder signed(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    }

    private String said(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("Keycloak answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
