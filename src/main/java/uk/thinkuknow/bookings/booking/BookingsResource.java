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
import org.jboss.resteasy.reactive.RestQuery;
import uk.thinkuknow.bookings.request.ChangedMeanwhile;
import uk.thinkuknow.bookings.request.RequestForm;
import uk.thinkuknow.bookings.request.RequestProblems;
import uk.thinkuknow.bookings.request.RequestReader;
import uk.thinkuknow.bookings.request.Versions;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.MenuEntry;
import uk.thinkuknow.web.TextFields;

/** Bookings as lists and one by one, and how a school asks for one. */
@Path("/bookings")
@Produces(MediaType.TEXT_HTML)
@MenuEntry(words = "Bookings", place = 120, roles = Role.TEACHER)
@MenuEntry(
        words = "Bookings",
        place = 220,
        roles = {Role.TRAINER, Role.DSL},
        except = Role.TEACHER,
        startOf = Role.TRAINER)
@MenuEntry(words = "Requests", place = 410, roles = Role.MANAGER)
@TextFields(ofLines = {"needs", "avoid"})
class BookingsResource {
    private final BookingService bookings;
    private final RequestReader reader;
    private final BookingPages pages;
    private final BookingViews views;
    private final PeopleService people;
    private final Flash flash;

    BookingsResource(
            BookingService bookings,
            RequestReader reader,
            BookingPages pages,
            BookingViews views,
            PeopleService people,
            Flash flash) {
        this.bookings = bookings;
        this.reader = reader;
        this.pages = pages;
        this.views = views;
        this.people = people;
        this.flash = flash;
    }

    @GET
    @RolesAllowed({Role.TEACHER, Role.DSL, Role.TRAINER, Role.MANAGER})
    public TemplateInstance list(@RestQuery int page) {
        return pages.list(people.me(), Math.max(1, page));
    }

    @GET
    @Path("/new")
    @RolesAllowed(Role.TEACHER)
    public TemplateInstance ask() {
        return pages.request(people.me(), RequestForm.empty(), RequestProblems.none());
    }

    @POST
    @RolesAllowed(Role.TEACHER)
    public Response request(MultivaluedMap<String, String> fields) {
        var me = people.me();
        var form = new RequestForm(fields);
        try {
            var id = bookings.request(me, form.of("key"), reader.wish(me.school(), form));
            // what has found no trainer says so at the top of its page
            var unfilled = views.of(me, id).head().stands().unfilled() != null;
            return unfilled
                    ? Response.seeOther(URI.create("/bookings/" + id)).build()
                    : flash.seeOther("/bookings/" + id, "Your request is in. This page shows what happens next.");
        } catch (Refused e) {
            return Response.status(422)
                    .entity(pages.request(me, form, RequestProblems.of(e)))
                    .build();
        }
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.TEACHER, Role.DSL, Role.TRAINER, Role.MANAGER})
    public TemplateInstance show(@PathParam("id") PublicId id) {
        return new BookingPages.BookingPage(views.of(people.me(), id), RequestForm.empty(), null, null);
    }

    @GET
    @Path("/{id}/change")
    @RolesAllowed(Role.TEACHER)
    public TemplateInstance change(@PathParam("id") PublicId id) {
        var me = people.me();
        var form = pages.asAsked(me, id);
        return pages.change(me, id.value(), Versions.of(form), form, RequestProblems.none());
    }

    @POST
    @Path("/{id}/change")
    @RolesAllowed(Role.TEACHER)
    public Response change(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        var me = people.me();
        var form = new RequestForm(fields);
        int version = Versions.of(form);
        pages.asAsked(me, id); // another school's is not found, whatever is typed
        try {
            bookings.change(me, id, version, reader.wish(me.school(), form));
            return flash.seeOther("/bookings/" + id, "Your request has been changed.");
        } catch (Refused e) {
            return Response.status(e instanceof ChangedMeanwhile ? 409 : 422)
                    .entity(pages.change(me, id.value(), version, form, RequestProblems.of(e)))
                    .build();
        }
    }
}
