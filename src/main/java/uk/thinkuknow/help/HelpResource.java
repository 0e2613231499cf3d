package uk.thinkuknow.help;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;

/** Help as a page of its own, for whoever comes without a lesson. */
@Path("/help")
@PermitAll
class HelpResource {
    /** Who to turn to, on a page of its own. */
    @CheckedTemplate(basePath = "help", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HelpPage(Help help) implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance help(@RestQuery @DefaultValue("") String band) {
        return new HelpPage(Help.of(band));
    }
}
