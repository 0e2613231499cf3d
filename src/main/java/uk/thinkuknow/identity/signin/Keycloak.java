package uk.thinkuknow.identity.signin;

import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.MultiMap;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.internals.ClientTls;

/**
 * Creates, changes and deletes accounts through Keycloak's admin API, as a client that may manage users and nothing
 * else.
 */
@Singleton
public class Keycloak {
    private static final String CLIENT = "thinkuknow-accounts";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration RENEWED_BEFORE_IT_ENDS = Duration.ofSeconds(20);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    /** What person-name-prohibited-characters, a validator of Keycloak that the realm uses, does not take. */
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[<>&\"\\v$%!#?§;*~/\\\\|^=\\[\\]{}()\\p{Cntrl}]");

    /** What username-prohibited-characters does not take. */
    private static final Pattern NOT_IN_USER_NAMES =
            Pattern.compile("[<>&\"'\\s\\v\\h$%!#?§,;:*~/\\\\|^=\\[\\]{}()`\\p{Cntrl}]");

    private final WebClient http;
    private final String realm;
    private final Optional<String> secret;
    private final Clock clock;
    private volatile Token token = new Token("", Instant.EPOCH);

    public Keycloak(
            Vertx vertx,
            TlsConfigurationRegistry tls,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm,
            @ConfigProperty(name = "thinkuknow.keycloak-accounts-secret") Optional<String> secret,
            Clock clock) {
        var options = new WebClientOptions()
                .setConnectTimeout((int) PATIENCE.toMillis())
                .setFollowRedirects(false); // the token would travel with it
        tls.get("keycloak").ifPresent(found -> ClientTls.configure(options, found));
        this.http = WebClient.create(vertx, options);
        this.realm = realm;
        this.secret = secret;
        this.clock = clock;
    }

    /** A new account with its one-time password. */
    public record NewAccount(
            String username, String name, @Nullable String email, String oneTimePassword) {}

    /**
     * The account that is meant.
     *
     * @param subject its number at Keycloak; null before its first sign-in. If it is known, the user name is not looked at: in
     *     Keycloak's console an account gets another one, and then another account may have that
     */
    public record AccountKey(String username, @Nullable String subject) {}

    /** An access token and the time until which it is used. */
    private record Token(String value, Instant until) {}

    /** Returns whether this installation has the client's secret. Without it, account orders stay pending. */
    public boolean isConfigured() {
        return secret.isPresent();
    }

    /** Returns the characters of a person's name that Keycloak refuses, each once. */
    public static String refusedIn(String name) {
        return NOT_IN_NAMES
                .matcher(name)
                .results()
                .map(MatchResult::group)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** The user name of a new account with an email address: the address, without the characters that Keycloak refuses. */
    public static String userNameOf(String email) {
        return NOT_IN_USER_NAMES.matcher(email).replaceAll("");
    }

    /** Creates an account that must set a new password at the first sign-in. An account that exists stays unchanged. */
    public void create(NewAccount account) {
        // an invitation of an earlier version may have a name that Keycloak refuses
        var words = NOT_IN_NAMES.matcher(account.name()).replaceAll("").strip();
        var gap = words.lastIndexOf(' ');
        var user = new JsonObject()
                .put("username", account.username())
                .put("enabled", true)
                .put("firstName", gap == -1 ? words : words.substring(0, gap))
                .put("lastName", gap == -1 ? "" : words.substring(gap + 1))
                .put("email", account.email())
                .put("emailVerified", account.email() != null)
                .put("requiredActions", new JsonArray().add("UPDATE_PASSWORD"))
                .put(
                        "credentials",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("type", "password")
                                        .put("value", account.oneTimePassword())
                                        .put("temporary", true)));
        send(HttpMethod.POST, "/users", user, CONFLICT);
    }

    public boolean has(String username) {
        return find(username).isPresent();
    }

    public void addRole(AccountKey account, String role) {
        var user = known(account);
        if (roleNames(user).contains(role)) {
            return;
        }
        var found = objects(send(HttpMethod.GET, "/users/" + user + "/role-mappings/realm/available", null))
                .filter(each -> role.equals(each.getString("name")))
                .findFirst()
                .orElseThrow(() -> new KeycloakProblem(Words.of("signin.noRole", role)));
        send(HttpMethod.POST, "/users/" + user + "/role-mappings/realm", new JsonArray().add(found));
    }

    /** Removes a role from an account; does nothing if the account does not exist. */
    public void removeRole(AccountKey account, String role) {
        var user = find(account);
        if (user.isEmpty()) {
            return;
        }
        var held = "/users/" + user.get() + "/role-mappings/realm";
        objects(send(HttpMethod.GET, held, null))
                .filter(each -> role.equals(each.getString("name")))
                .forEach(each -> send(HttpMethod.DELETE, held, new JsonArray().add(each), NOT_FOUND));
    }

    /** Disables an account, so that it cannot sign in, or enables it. */
    public void enable(AccountKey account, boolean enabled) {
        var user = enabled ? Optional.of(known(account)) : find(account);
        user.ifPresent(id -> {
            var whole = send(HttpMethod.GET, "/users/" + id, null).bodyAsJsonObject();
            send(HttpMethod.PUT, "/users/" + id, whole.put("enabled", enabled));
        });
    }

    /** Ends every sign-in of an account. */
    public void signOut(AccountKey account) {
        find(account).ifPresent(user -> send(HttpMethod.POST, "/users/" + user + "/logout", null, NOT_FOUND));
    }

    /** Deletes an account with everything that Keycloak stores about it; does nothing if the account does not exist. */
    public void remove(AccountKey account) {
        find(account).ifPresent(user -> send(HttpMethod.DELETE, "/users/" + user, null, NOT_FOUND));
    }

    /** The realm roles of an account; empty if Keycloak has no such account. */
    public Optional<List<String>> rolesOf(AccountKey account) {
        return find(account).map(this::roleNames);
    }

    private List<String> roleNames(String user) {
        return objects(send(HttpMethod.GET, "/users/" + user + "/role-mappings/realm", null))
                .map(each -> each.getString("name"))
                .toList();
    }

    private String known(AccountKey account) {
        return find(account).orElseThrow(() -> new KeycloakProblem(Words.of("signin.noAccount", account.username())));
    }

    private Optional<String> find(AccountKey account) {
        var subject = account.subject();
        if (subject == null) {
            return find(account.username());
        }
        var answer = send(HttpMethod.GET, "/users/" + subject, null, NOT_FOUND);
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(subject);
    }

    private Optional<String> find(String username) {
        var asked = "/users?exact=true&briefRepresentation=true&username="
                + URLEncoder.encode(username, StandardCharsets.UTF_8);
        return objects(send(HttpMethod.GET, asked, null))
                .filter(each -> username.equalsIgnoreCase(each.getString("username")))
                .map(each -> each.getString("id"))
                .findFirst();
    }

    /** Sends a request with a token. Throws for every status but 2xx and those that the caller also accepts. */
    private HttpResponse<Buffer> send(HttpMethod method, String path, @Nullable Object body, int... alsoGood) {
        var request = http.requestAbs(method, realm.replaceFirst("/realms/", "/admin/realms/") + path)
                .bearerTokenAuthentication(token())
                .timeout(PATIENCE.toMillis());
        var answer = reached(() -> body == null ? request.sendAndAwait() : request.sendJsonAndAwait(body));
        var status = answer.statusCode();
        if (status / 100 != 2 && IntStream.of(alsoGood).noneMatch(good -> good == status)) {
            throw new KeycloakProblem(
                    Words.of("signin.answered", status, method, path.replaceFirst("\\?.*", ""), answer.bodyAsString()));
        }
        return answer;
    }

    private String token() {
        var now = clock.instant();
        if (token.until().isAfter(now)) {
            return token.value();
        }
        var form = MultiMap.caseInsensitiveMultiMap()
                .add("grant_type", "client_credentials")
                .add("client_id", CLIENT)
                .add(
                        "client_secret",
                        secret.orElseThrow(() -> new KeycloakProblem(Words.of("signin.noSecret", CLIENT))));
        var answer = reached(() -> http.postAbs(realm + "/protocol/openid-connect/token")
                .timeout(PATIENCE.toMillis())
                .sendFormAndAwait(form));
        if (answer.statusCode() / 100 != 2) {
            throw new KeycloakProblem(Words.of("signin.notLetIn", CLIENT, answer.statusCode()));
        }
        var said = answer.bodyAsJsonObject();
        token = new Token(
                said.getString("access_token"),
                now.plusSeconds(said.getLong("expires_in")).minus(RENEWED_BEFORE_IT_ENDS));
        return token.value();
    }

    private static HttpResponse<Buffer> reached(Supplier<HttpResponse<Buffer>> asked) {
        try {
            return asked.get();
        } catch (RuntimeException e) {
            throw new KeycloakProblem(Words.of(
                    "signin.unreachable",
                    Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName())));
        }
    }

    private static Stream<JsonObject> objects(HttpResponse<Buffer> answer) {
        return answer.bodyAsJsonArray().stream().map(JsonObject.class::cast);
    }
}
