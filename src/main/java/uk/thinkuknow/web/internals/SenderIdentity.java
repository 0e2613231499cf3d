package uk.thinkuknow.web.internals;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Finds out who sends a request before its body is read. */
public final class SenderIdentity {
    private SenderIdentity() {}

    /** Who was found to send a request; null if nobody has signed in, or nothing has asked for it. */
    public static @Nullable SecurityIdentity found(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()
                ? user.getSecurityIdentity()
                : null;
    }

    /** Whether the sender is signed in; fails with a sign-in that is not valid. */
    public static Uni<Boolean> isKnown(RoutingContext context) {
        return QuarkusHttpUser.getSecurityIdentity(context, null).map(who -> who != null && !who.isAnonymous());
    }
}
