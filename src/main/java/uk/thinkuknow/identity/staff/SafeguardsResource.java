package uk.thinkuknow.identity.staff;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Installation;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.MenuEntry;

/** Lets an administrator record the safeguards that must exist before children are taught. */
@Path("/safeguards")
@RolesAllowed(Role.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.SYSTEM, words = "menu.safeguards", place = 1220, roles = Role.ADMINISTRATOR)
class SafeguardsResource {
    private final Safeguards safeguards;
    private final Installation installation;

    SafeguardsResource(Safeguards safeguards, Installation installation) {
        this.safeguards = safeguards;
        this.installation = installation;
    }

    /** The page of all safeguards. */
    @CheckedTemplate(basePath = "identity/staff", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SafeguardsPage(
            List<SafeguardRow> rows, boolean demo, @Nullable String error) implements TemplateInstance {}

    /** A safeguard with its record, if there is one. */
    record SafeguardRow(
            String key,
            String name,
            @Nullable String by,
            @Nullable String on,
            @Nullable String note) {}

    @GET
    public TemplateInstance show() {
        return page(null);
    }

    @POST
    @Path("/{key}/record")
    public Response record(@PathParam("key") String key, @RestForm @Nullable String note) {
        var kind = Safeguards.Kind.of(key).orElseThrow(NotFound::new);
        try {
            safeguards.record(kind, note == null ? "" : note);
            return Response.seeOther(URI.create("/safeguards")).build();
        } catch (Refused e) {
            return Flash.again(page(e.why()));
        }
    }

    private TemplateInstance page(@Nullable String error) {
        var rows = safeguards.all().stream().map(SafeguardsResource::row).toList();
        return new SafeguardsPage(rows, installation.demo(), error);
    }

    private static SafeguardRow row(Safeguards.Recorded recorded) {
        var on = recorded.at() == null ? null : TextFormat.day(recorded.at());
        return new SafeguardRow(recorded.kind().key(), recorded.kind().inWords(), recorded.by(), on, recorded.note());
    }
}
