package uk.thinkuknow.web.internals;

import io.vertx.ext.web.RoutingContext;

/** Reads what Quarkus notes on a request about its sign-in. */
public final class KeycloakWords {
    /** If Quarkus renames it, a sign-in keeps only its last seconds until its tokens are renewed. */
    private static final String RENEWING = "refresh_token_grant_response";

    private KeycloakWords() {}

    /** Are the tokens of this request being renewed? */
    public static boolean isRenewing(RoutingContext request) {
        return Boolean.TRUE.equals(request.get(RENEWING));
    }
}
