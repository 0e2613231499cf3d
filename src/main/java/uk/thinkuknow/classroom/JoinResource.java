package uk.thinkuknow.classroom;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** The page on which a class joins: the code, the cards and "is this you?", without a reload between them. */
@Path("/")
@PermitAll
class JoinResource {
    private final FrontPage front;

    JoinResource(FrontPage front) {
        this.front = front;
    }

    @GET
    public Response join(
            @RestHeader("Accept-Encoding") @Nullable String accepts,
            @RestHeader("If-None-Match") @Nullable String known) {
        return front.page().answer(accepts, known);
    }
}
