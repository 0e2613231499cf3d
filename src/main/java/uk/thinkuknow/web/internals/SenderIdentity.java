package uk.thinkuknow.web.internals;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Finds out who sends a request before its body is read. */
public final class SenderIdentity {
    private SenderIdentity() {}

    /** The sender, anonymous without a sign-in; fails with a sign-in that is not valid. */
    public static Uni<SecurityIdentity> of(RoutingContext context) {
        return QuarkusHttpUser.getSecurityIdentity(context, null);
    }
}
