package uk.thinkuknow.schools.years;

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
import java.util.List;
import uk.thinkuknow.common.Nations;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.MenuEntry;

/** Shows administrators the school years and age bands, and adds, changes and removes years. */
@Path("/years")
@RolesAllowed(Role.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.SCHOOLS, words = "menu.years", place = 960, roles = Role.ADMINISTRATOR)
class YearsResource {
    private final YearService service;
    private final YearPages pages;
    private final PeopleService people;
    private final Flash flash;

    YearsResource(YearService service, YearPages pages, PeopleService people, Flash flash) {
        this.service = service;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list() {
        return pages.list(people.me().is(Role.MANAGER));
    }

    /** The form for the next year, filled with a proposal. */
    @GET
    @Path("/{nation}/next")
    public TemplateInstance next(@PathParam("nation") String nation) {
        return pages.next(nation, null, List.of());
    }

    @GET
    @Path("/{nation}/{year}")
    public TemplateInstance year(@PathParam("nation") String nation, @PathParam("year") String year) {
        return pages.year(nation, year, null, List.of());
    }

    @POST
    @Path("/{nation}/{year}/add")
    public Response add(
            @PathParam("nation") String nation, @PathParam("year") String year, MultivaluedMap<String, String> fields) {
        var form = YearForm.of(fields);
        var read = form.read(nation, year);
        var plan = read.plan();
        var errors = plan == null
                ? read.problems()
                : errors(() -> service.add(people.me().name(), plan));
        return errors.isEmpty()
                ? flash.seeOther("/years", Words.of("years.added", year, Nations.name(nation)))
                : Flash.again(pages.next(nation, form, errors));
    }

    @POST
    @Path("/{nation}/{year}/change")
    public Response change(
            @PathParam("nation") String nation, @PathParam("year") String year, MultivaluedMap<String, String> fields) {
        var form = YearForm.of(fields);
        var read = form.read(nation, year);
        var plan = read.plan();
        var errors = plan == null
                ? read.problems()
                : errors(() -> service.change(people.me().name(), plan));
        return errors.isEmpty()
                ? flash.seeOther("/years", Words.of("years.changed", year, Nations.name(nation)))
                : Flash.again(pages.year(nation, year, form, errors));
    }

    @POST
    @Path("/{nation}/{year}/remove")
    public Response remove(@PathParam("nation") String nation, @PathParam("year") String year) {
        try {
            service.remove(people.me().name(), nation, year);
        } catch (Refused e) {
            return Flash.again(pages.year(nation, year, null, List.of(new FormError(null, e.why()))));
        }
        return flash.seeOther("/years", Words.of("years.removed", year, Nations.name(nation)));
    }

    /** An act on a year that returns what is wrong with it. */
    private interface Act {
        List<FormError> run();
    }

    private static List<FormError> errors(Act act) {
        try {
            return act.run();
        } catch (Refused e) {
            return List.of(new FormError(null, e.why()));
        }
    }
}
