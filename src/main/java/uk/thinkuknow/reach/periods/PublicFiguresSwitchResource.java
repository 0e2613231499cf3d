package uk.thinkuknow.reach.periods;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.MenuEntry;

/** Lets administrators open the public figures to everyone, or close them. */
@Path("/public-figures")
@RolesAllowed(Role.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.SYSTEM, words = "menu.publicFigures", place = 1260, roles = Role.ADMINISTRATOR)
class PublicFiguresSwitchResource {
    private final PublicFiguresSwitch publicSwitch;
    private final Flash flash;

    PublicFiguresSwitchResource(PublicFiguresSwitch publicSwitch, Flash flash) {
        this.publicSwitch = publicSwitch;
        this.flash = flash;
    }

    /** The page with the switch. */
    @CheckedTemplate(basePath = "reach/periods", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PublicFiguresPage(PublicFiguresSwitch.SwitchState standing) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return new PublicFiguresPage(publicSwitch.standing());
    }

    @POST
    public Response turn(@RestForm @Nullable String on) {
        boolean wanted = "yes".equals(on);
        publicSwitch.turn(wanted);
        return flash.seeOther("/public-figures", Words.of(wanted ? "periods.everyoneReads" : "periods.closedFigures"));
    }
}
