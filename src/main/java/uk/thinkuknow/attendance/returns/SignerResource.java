package uk.thinkuknow.attendance.returns;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;

/** Page that says who signs a session's register, and on which the register is handed to a colleague. */
@Path("/sessions/{id}")
@RolesAllowed({Role.TEACHER, Role.TRAINER, Role.DSL, Role.MANAGER})
@Produces(MediaType.TEXT_HTML)
class SignerResource {
    private final RegisterHandover registerHandover;
    private final PeopleService people;
    private final Flash flash;

    SignerResource(RegisterHandover registerHandover, PeopleService people, Flash flash) {
        this.registerHandover = registerHandover;
        this.people = people;
        this.flash = flash;
    }

    @GET
    @Path("/signer")
    public TemplateInstance show(@PathParam("id") String id) {
        return registerHandover.page(people.me(), new PublicId(id), "");
    }

    @POST
    @Path("/hand-over")
    public Response handOver(@PathParam("id") String id, @RestForm @Nullable String to) {
        var me = people.me();
        var session = new PublicId(id);
        try {
            if (to == null || to.isBlank()) {
                throw new Refused("returns.chooseSigner");
            }
            var name = registerHandover.handOver(me, session, new PublicId(to));
            return flash.seeOther("/sessions/" + id + "/signer", Words.of("returns.flashHanded", name));
        } catch (Refused e) {
            return Response.status(422)
                    .entity(registerHandover.page(me, session, e.why()))
                    .build();
        }
    }
}
