package uk.thinkuknow.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.ClearSiteData;

/** Serves the public notices: privacy, accessibility and the page after signing out. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class NoticesResource {
    /** The privacy notice. */
    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PrivacyPage() implements TemplateInstance {}

    /** The accessibility statement. */
    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AccessibilityPage() implements TemplateInstance {}

    /** The page after signing out. */
    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignedOutPage(boolean ended) implements TemplateInstance {}

    @GET
    @Path("privacy")
    public TemplateInstance privacy() {
        return new PrivacyPage();
    }

    @GET
    @Path("accessibility")
    public TemplateInstance accessibility() {
        return new AccessibilityPage();
    }

    /**
     * The page after signing out, and the one by which an open page replaces itself.
     *
     * @param ended not null if the sign-in had run out
     */
    @GET
    @Path("signed-out")
    public RestResponse<TemplateInstance> signedOut(
            @RestQuery @Nullable String ended, @RestHeader("Sec-Fetch-Site") @Nullable String site) {
        var page = RestResponse.ResponseBuilder.<TemplateInstance>ok(new SignedOutPage(ended != null));
        // no other site may empty the cache of a browser with it
        return "cross-site".equals(site)
                ? page.build()
                : page.header(ClearSiteData.HEADER, ClearSiteData.CACHE).build();
    }
}
