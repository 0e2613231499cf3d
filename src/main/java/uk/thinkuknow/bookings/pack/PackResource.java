package uk.thinkuknow.bookings.pack;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;

/** Serves the pack that is printed for a booked session, as a PDF. */
@Path("/bookings/{id}/pack.pdf")
@RolesAllowed({Role.TEACHER, Role.DSL, Role.TRAINER})
@Produces({"application/pdf", MediaType.TEXT_HTML})
class PackResource {
    private final SessionPack pack;
    private final PeopleService people;

    PackResource(SessionPack pack, PeopleService people) {
        this.pack = pack;
        this.people = people;
    }

    @GET
    public Response pack(@PathParam("id") PublicId id) {
        return Response.ok(pack.of(people.me(), id), "application/pdf")
                .header("Content-Disposition", "inline; filename=\"pack-" + id + ".pdf\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
