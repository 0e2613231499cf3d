package uk.thinkuknow.web.internals;

import io.vertx.ext.web.RoutingContext;

/** Tells whether Quarkus is renewing the sign-in tokens of a request. */
public final class TokenRenewal {
    /**
     * Not public in Quarkus. If Quarkus renames it, a sign-in keeps only the last seconds before its tokens are
     * renewed.
     */
    private static final String RENEWING = "refresh_token_grant_response";

    private TokenRenewal() {}

    /** True if the tokens of this request are being renewed. */
    public static boolean isRenewing(RoutingContext request) {
        return Boolean.TRUE.equals(request.get(RENEWING));
    }
}
