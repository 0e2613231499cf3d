package uk.thinkuknow.bookings.trainers;

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
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.MenuEntry;

/**
 * Serves the page on which trainers enter their home, limits, usual week and days that differ, and handles its forms.
 */
@Path("/availability")
@RolesAllowed(Role.TRAINER)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.PROFILE, words = "menu.availability", place = 1010, roles = Role.TRAINER)
class AvailabilityResource {
    private static final int UNPROCESSABLE = 422;
    private static final String HERE = "/availability";

    private final AvailabilityService own;
    private final AvailabilityPages pages;
    private final PeopleService people;
    private final Flash flash;

    AvailabilityResource(AvailabilityService own, AvailabilityPages pages, PeopleService people, Flash flash) {
        this.own = own;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    /** The trainer's page; {@code said} or {@code gone} is the id of the entry just added or removed, to offer undo. */
    @GET
    public TemplateInstance show(@RestQuery @Nullable Long said, @RestQuery @Nullable Long gone) {
        return pages.show(own.mine(people.me()), AvailabilityPages.SubmittedForms.NOTHING, said, gone);
    }

    @POST
    @Path("/terms")
    public Response saveTerms(MultivaluedMap<String, String> fields) {
        var form = TermsForm.of(fields, pages.bands());
        var problems = form.problems();
        if (problems.isEmpty()) {
            try {
                own.saveTerms(people.me(), form.typed());
                return flash.seeOther(HERE, Words.of("trainers.termsSaved"));
            } catch (Refused e) {
                problems = List.of(new FormError("home", e.why()));
            }
        }
        return again(AvailabilityPages.SubmittedForms.terms(form, problems));
    }

    @POST
    @Path("/week")
    public Response saveWeek(MultivaluedMap<String, String> fields) {
        var form = WeekForm.of(fields);
        var problems = form.problems();
        if (problems.isEmpty()) {
            try {
                own.saveWeek(people.me(), form.hours(), form.version());
                return flash.seeOther(HERE, Words.of("trainers.weekSaved"));
            } catch (Refused e) {
                problems = List.of(new FormError("from-1-1", e.why()));
            }
        }
        return again(AvailabilityPages.SubmittedForms.week(form, problems));
    }

    @POST
    @Path("/away")
    public Response away(MultivaluedMap<String, String> fields) {
        return say(DayForm.away(fields));
    }

    @POST
    @Path("/extra")
    public Response extra(MultivaluedMap<String, String> fields) {
        return say(DayForm.extra(fields));
    }

    @POST
    @Path("/days/{number}/take-back")
    public Response takeBack(@PathParam("number") long number) {
        own.removeDifference(people.me(), number);
        return Response.seeOther(URI.create(HERE + "?gone=" + number)).build();
    }

    @POST
    @Path("/days/{number}/put-back")
    public Response putBack(@PathParam("number") long number) {
        own.restoreDifference(people.me(), number);
        return Response.seeOther(URI.create(HERE + "?said=" + number)).build();
    }

    private Response say(DayForm form) {
        var difference = form.difference();
        if (difference.isEmpty()) {
            return again(AvailabilityPages.SubmittedForms.day(form, form.problem()));
        }
        try {
            var number = own.addDifference(people.me(), difference.get());
            return Response.seeOther(URI.create(HERE + "?said=" + number)).build();
        } catch (Refused e) {
            return again(AvailabilityPages.SubmittedForms.day(form, e.why()));
        }
    }

    private Response again(AvailabilityPages.SubmittedForms typed) {
        return Response.status(UNPROCESSABLE)
                .entity(pages.show(own.mine(people.me()), typed, null, null))
                .build();
    }
}
