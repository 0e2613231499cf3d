package uk.thinkuknow.web.internals;

import io.vertx.ext.web.RoutingContext;

/** Finds out whether Quarkus is renewing the sign-in tokens of a request. */
public final class TokenRenewal {
    /**
     * Not public in Quarkus. If Quarkus renames it, a renewal looks like an end, and the sign-in expires in half a
     * minute if the new tokens are not stored before.
     */
    private static final String RENEWING = "refresh_token_grant_response";

    private TokenRenewal() {}

    /** Returns whether the tokens of this request are being renewed. */
    public static boolean isRenewing(RoutingContext request) {
        return Boolean.TRUE.equals(request.get(RENEWING));
    }
}
