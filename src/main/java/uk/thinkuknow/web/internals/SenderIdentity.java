package uk.thinkuknow.web.internals;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
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

    /** The sender's user name, or nothing without a sign-in; fails with a sign-in that is not valid. */
    public static Uni<Optional<String>> nameOf(RoutingContext context) {
        return QuarkusHttpUser.getSecurityIdentity(context, null)
                .map(who -> Optional.ofNullable(who)
                        .filter(known -> !known.isAnonymous())
                        .map(known -> known.getPrincipal().getName()));
    }
}
