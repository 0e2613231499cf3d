package uk.thinkuknow.web.internals;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Finds out who sends a request before its body is read. */
public final class SenderIdentity {
    private SenderIdentity() {}

    /** Whether the sender is signed in; fails with a sign-in that is not valid. */
    public static Uni<Boolean> isKnown(RoutingContext context) {
        return QuarkusHttpUser.getSecurityIdentity(context, null).map(who -> who != null && !who.isAnonymous());
    }
}
