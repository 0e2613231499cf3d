package uk.thinkuknow.courses.training;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;
import uk.thinkuknow.web.links.LinkCodes;

/** Serves the page of one place, linked from emails to people without an account; it does not show their name. */
@Path("/training-places/{id}")
@PathTraits(Trait.WITHOUT_SIGN_IN)
@PermitAll
@Produces(MediaType.TEXT_HTML)
class EventPlaceResource {
    private final EventPages pages;
    private final EventPlaceService places;
    private final Flash flash;
    private final LinkCodes codes;

    EventPlaceResource(EventPages pages, EventPlaceService places, Flash flash, LinkCodes codes) {
        this.codes = codes;
        this.pages = pages;
        this.places = places;
        this.flash = flash;
    }

    /**
     * The page of one place at a training event.
     *
     * @param id the place in the addresses of the page: that a cookie has its code, or the code itself
     * @param giveUp whether it can still be given up
     */
    @CheckedTemplate(basePath = "courses/training", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PlacePage(
            String id,
            EventPages.Facts event,
            String state,
            boolean giveUp,
            @Nullable String badge) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("id") String id, @Context HttpHeaders headers) {
        return pages.place(id, codeOf(id, headers));
    }

    @POST
    @Path("/give-up")
    public Response giveUp(@PathParam("id") String id, @Context HttpHeaders headers) {
        places.giveUp(codeOf(id, headers));
        return flash.seeOther("/training-places/" + id, Words.of("training.thanksForTelling"));
    }

    private String codeOf(String id, HttpHeaders headers) {
        return codes.of(PlaceLinkResource.PATH, id, headers);
    }
}
