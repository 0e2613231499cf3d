package uk.thinkuknow.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

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
    record SignedOutPage() implements TemplateInstance {}

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

    @GET
    @Path("signed-out")
    public TemplateInstance signedOut() {
        return new SignedOutPage();
    }
}
