package uk.thinkuknow.operations.mail;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.MenuEntry;

/** Lets administrators see the emails of the outbox and send failed ones again. */
@Path("/letters")
@RolesAllowed(Role.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.SYSTEM, words = "menu.letters", place = 1240, roles = Role.ADMINISTRATOR)
class LettersResource {
    private final LetterService letters;
    private final Flash flash;

    LettersResource(LetterService letters, Flash flash) {
        this.letters = letters;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(
            @RestQuery @Nullable String show, @RestQuery @DefaultValue("") String to, @RestQuery int page) {
        return letters.list(show, to.strip(), Math.clamp(page, 1, 10_000));
    }

    @POST
    @Path("/{id}/send-again")
    public Response sendAgain(@PathParam("id") PublicId id) {
        letters.sendAgain(id);
        return flash.seeOther("/letters?show=waiting", Words.of("mail.letterGoesOut"));
    }

    @POST
    @Path("/send-again")
    public Response sendAllAgain() {
        int letters = this.letters.sendAllAgain();
        return flash.seeOther("/letters?show=waiting", Words.of("mail.lettersGoOut", letters));
    }
}
