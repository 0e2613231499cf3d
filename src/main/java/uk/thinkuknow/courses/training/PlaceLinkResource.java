package uk.thinkuknow.courses.training;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;
import uk.thinkuknow.web.links.LinkCodes;
import uk.thinkuknow.web.links.LinkPage;

/** Opens the link in an email about a place at a training event. */
@Path(PlaceLinkResource.PATH)
@PathTraits(Trait.WITHOUT_SIGN_IN)
@PermitAll
@Produces(MediaType.TEXT_HTML)
class PlaceLinkResource {
    static final String PATH = "/training-places";

    private final LinkCodes codes;

    PlaceLinkResource(LinkCodes codes) {
        this.codes = codes;
    }

    @GET
    public TemplateInstance show() {
        return new LinkPage(PATH);
    }

    @POST
    public Response open(@RestForm @Nullable String code) {
        return codes.keep(PATH, code);
    }
}
