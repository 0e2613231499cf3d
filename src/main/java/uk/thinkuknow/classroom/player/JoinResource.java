package uk.thinkuknow.classroom.player;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.web.Importance;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;

/** The page on which a class joins: the code, the cards and "is this you?", without a reload between them. */
@Path("/")
@PathTraits(value = Trait.FOR_CHILDREN, importance = Importance.JOIN)
@PermitAll
class JoinResource {
    private final FrontPage front;

    JoinResource(FrontPage front) {
        this.front = front;
    }

    @GET
    public Response join(
            @RestQuery @Nullable String language,
            @RestHeader("Accept-Encoding") @Nullable String accepts,
            @RestHeader("If-None-Match") @Nullable String known) {
        return front.page(Language.of(language).orElse(Language.ENGLISH)).answer(accepts, known);
    }
}
