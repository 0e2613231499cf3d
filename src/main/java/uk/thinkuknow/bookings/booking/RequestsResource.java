package uk.thinkuknow.bookings.booking;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import uk.thinkuknow.bookings.request.BookingChangedMeanwhile;
import uk.thinkuknow.bookings.request.RequestForm;
import uk.thinkuknow.bookings.request.RequestPages;
import uk.thinkuknow.bookings.request.RequestProblems;
import uk.thinkuknow.bookings.request.RequestReader;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.TextFields;
import uk.thinkuknow.web.names.AsksAboutNames;

/** Serves the pages on which a school requests a session or changes its request, and handles their forms. */
@Path("/bookings")
@RolesAllowed(Role.TEACHER)
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = {"needs", "avoid"})
@AsksAboutNames({"room", "needs", "avoid"})
class RequestsResource {
    private final BookingService bookings;
    private final RequestReader reader;
    private final RequestPages pages;
    private final PeopleService people;
    private final Flash flash;

    RequestsResource(
            BookingService bookings, RequestReader reader, RequestPages pages, PeopleService people, Flash flash) {
        this.bookings = bookings;
        this.reader = reader;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    @GET
    @Path("/new")
    public TemplateInstance ask() {
        return pages.request(people.me(), RequestForm.empty(), RequestProblems.none());
    }

    @POST
    public Response request(MultivaluedMap<String, String> fields) {
        var me = people.me();
        var form = new RequestForm(fields);
        try {
            var wish = reader.wish(me.school(), form);
            var id = bookings.request(me, form.key(), wish);
            // if no trainer was found, its page says so at the top
            return bookings.isUnfilled(id)
                    ? Response.seeOther(URI.create("/bookings/" + id)).build()
                    : flash.seeOther("/bookings/" + id, Words.of("booking.requested"));
        } catch (Refused e) {
            return Response.status(422)
                    .entity(pages.request(me, form, RequestProblems.of(e)))
                    .build();
        }
    }

    @GET
    @Path("/{id}/change")
    public TemplateInstance change(@PathParam("id") PublicId id) {
        var me = people.me();
        var requested = bookings.requested(me, id);
        var form = pages.asAsked(requested.wish(), requested.version());
        return pages.change(me, id.value(), requested.version(), form, RequestProblems.none());
    }

    @POST
    @Path("/{id}/change")
    public Response change(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        var me = people.me();
        var form = new RequestForm(fields);
        bookings.requested(me, id); // another school's booking gives 404 before the form is checked
        try {
            bookings.change(me, id, form.version(), reader.wish(me.school(), form));
            return flash.seeOther("/bookings/" + id, Words.of("booking.requestChanged"));
        } catch (Refused e) {
            return Response.status(e instanceof BookingChangedMeanwhile ? 409 : 422)
                    .entity(pages.change(me, id.value(), form.version(), form, RequestProblems.of(e)))
                    .build();
        }
    }
}
