package uk.thinkuknow.identity.signin;

import io.quarkus.logging.Log;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.web.internals.TokenRenewal;

/** Stores Keycloak's tokens in the database instead of in cookies, so that signing out makes the cookie worthless. */
@Alternative
@Priority(1)
@Singleton
class SignInTokenStore implements TokenStateManager {
    private static final String AGE = "session-max-age";
    private static final String COME_WITH = "sign-in-come-with";
    private static final String UNREACHABLE = "sign-ins-unreachable";
    static final String COOKIE = "q_session";
    private static final Set<String> ENDING = Set.of("/sign-out", ReauthenticationFilter.PATH);

    /** Keycloak ends each sign-in then (ssoSessionMaxLifespan), and tells nobody. */
    private static final Duration AT_MOST = Duration.ofHours(10);

    private final SignIns signIns;
    private final PeopleService people;
    private final Clock clock;
    private final String comesFromKeycloak;

    SignInTokenStore(
            SignIns signIns,
            PeopleService people,
            Clock clock,
            @ConfigProperty(name = "quarkus.oidc.authentication.redirect-path") String comesFromKeycloak) {
        this.signIns = signIns;
        this.people = people;
        this.clock = clock;
        this.comesFromKeycloak = comesFromKeycloak;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext context,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> blocking) {
        var who = claimsOf(tokens.getIdToken());
        var signedIn = new SignIns.SignInIdentity(
                who.getString("preferred_username"),
                who.getString("sid"),
                Instant.ofEpochSecond(who.getLong("auth_time", who.getLong("iat"))));
        var age = ageOf(signedIn.since(), Duration.ofSeconds(context.<Long>get(AGE)), clock.instant());
        String before = context.get(COME_WITH);
        return blocking.runBlocking(() -> {
                    if (people.isAnotherAccount(signedIn.username(), who.getString("sub"))) {
                        throw new AuthenticationRedirectException(SignInResource.ANOTHER_ACCOUNT);
                    }
                    return (before == null
                                    ? signIns.keep(signedIn, written(tokens), age)
                                    : signIns.renew(before, signedIn, written(tokens), age))
                            .orElseThrow(() -> ended(context));
                })
                .onFailure(SignInsUnreachable.class)
                .invoke(e -> noteUnreachable(context, e));
    }

    /** How long a sign-in of that time is valid from now on: as long as its cookie, and until Keycloak ends it. */
    static Duration ageOf(Instant since, Duration cookie, Instant now) {
        var left = Duration.between(now, since.plus(AT_MOST));
        return left.compareTo(cookie) < 0 ? left : cookie;
    }

    /**
     * Right after Keycloak, the user is sent back to sign in again; during the renewal of a page's tokens, the sign-in
     * has just ended.
     */
    private RuntimeException ended(RoutingContext context) {
        Log.info("a sign-in that has been ended meanwhile is refused: its person is asked again");
        return context.normalizedPath().equals(comesFromKeycloak)
                ? new AuthenticationRedirectException(ReauthenticationFilter.PATH)
                : new AuthenticationFailedException("sign-ins ended");
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext context,
            OidcTenantConfig config,
            String cookie,
            OidcRequestContext<AuthorizationCodeTokens> blocking) {
        context.put(COME_WITH, cookie);
        return blocking.runBlocking(() -> signIns.tokensOf(cookie)
                        .map(SignInTokenStore::read)
                        .orElseThrow(() -> new AuthenticationFailedException("sign-in ended")))
                .onFailure(SignInsUnreachable.class)
                .invoke(e -> noteUnreachable(context, e));
    }

    /** A short failure of the database must not sign everyone out. */
    private static void noteUnreachable(RoutingContext context, Throwable why) {
        context.put(UNREACHABLE, why);
        keepCookies(context);
    }

    /**
     * Quarkus calls this on sign-out, before it stores renewed tokens, when tokens could not be read, and before it
     * asks for a sign-in.
     */
    @Override
    public Uni<Void> deleteTokens(
            RoutingContext context, OidcTenantConfig config, String cookie, OidcRequestContext<Void> blocking) {
        SignInsUnreachable unreachable = context.get(UNREACHABLE);
        if (unreachable != null) {
            return Uni.createFrom().failure(unreachable);
        }
        if (TokenRenewal.isRenewing(context)) {
            return Uni.createFrom().voidItem();
        }
        // who signs in again gets a new sign-in, and nobody goes on with the one before
        return ENDING.contains(context.normalizedPath())
                ? blocking.runBlocking(nothing(() -> signIns.end(cookie)))
                : blocking.runBlocking(nothing(() -> signIns.expireSoon(cookie)));
    }

    private static void keepCookies(RoutingContext context) {
        var ours = context.request().cookies().stream()
                .map(io.vertx.core.http.Cookie::getName)
                .filter(name -> name.startsWith(COOKIE))
                .toList();
        for (var name : List.copyOf(ours)) {
            context.response().removeCookie(name, false);
        }
    }

    @SuppressWarnings("NullAway") // a Uni<Void> yields null
    private static Supplier<Void> nothing(Runnable act) {
        return () -> {
            act.run();
            return null;
        };
    }

    /** The claims of a token. Quarkus has verified it before. */
    static JsonObject claimsOf(String token) {
        var payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new JsonObject(new String(payload, StandardCharsets.UTF_8));
    }

    private static String written(AuthorizationCodeTokens tokens) {
        return new JsonObject()
                .put("id", tokens.getIdToken())
                .put("access", tokens.getAccessToken())
                .put("refresh", tokens.getRefreshToken())
                .put("expiresIn", tokens.getAccessTokenExpiresIn())
                .put("scope", tokens.getAccessTokenScope())
                .encode();
    }

    private static AuthorizationCodeTokens read(String written) {
        var tokens = new JsonObject(written);
        return new AuthorizationCodeTokens(
                tokens.getString("id"),
                tokens.getString("access"),
                tokens.getString("refresh"),
                tokens.getLong("expiresIn"),
                tokens.getString("scope"));
    }
}
