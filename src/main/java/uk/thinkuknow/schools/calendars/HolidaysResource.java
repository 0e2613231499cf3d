package uk.thinkuknow.schools.calendars;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.calendars.HolidayPages.TypedHolidays;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.TextFields;

/** The pages on which managers keep the holidays of the authorities in their area, by school year. */
@Path("/holidays")
@RolesAllowed(Role.MANAGER)
@Produces(MediaType.TEXT_HTML)
@TextFields(unchecked = "text")
class HolidaysResource {
    private final AuthorityHolidayService holidays;
    private final HolidayPages pages;
    private final PeopleService people;
    private final Flash flash;

    HolidaysResource(AuthorityHolidayService holidays, HolidayPages pages, PeopleService people, Flash flash) {
        this.holidays = holidays;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    /** A change that the service may refuse. */
    private interface Change {
        void make();
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String words) {
        var typed = DayWords.text(words);
        return pages.list(holidays.authorities(people.me(), typed), typed);
    }

    @GET
    @Path("/{key}")
    public TemplateInstance show(
            @PathParam("key") String key, @RestQuery @Nullable String year, @RestQuery @Nullable PublicId change) {
        return pages.show(holidays.sheet(people.me(), key, year), TypedHolidays.changing(change));
    }

    @POST
    @Path("/{key}")
    public Response add(@PathParam("key") String key, @BeanParam HolidayForm typed) {
        return save(
                key,
                DayWords.text(typed.year()),
                TypedHolidays.of(null, typed, typed.problems()),
                () -> holidays.add(people.me(), key, DayWords.text(typed.year()), typed.holiday()),
                "calendars.holidayAdded");
    }

    @POST
    @Path("/{key}/{id}")
    public Response change(@PathParam("key") String key, @PathParam("id") PublicId id, @BeanParam HolidayForm typed) {
        return save(
                key,
                DayWords.text(typed.year()),
                TypedHolidays.of(id, typed, typed.problems()),
                () -> holidays.change(people.me(), key, id, typed.holiday()),
                "calendars.holidayChanged");
    }

    @POST
    @Path("/{key}/{id}/remove")
    public Response remove(
            @PathParam("key") String key, @PathParam("id") PublicId id, @RestForm @Nullable String year) {
        return save(
                key,
                DayWords.text(year),
                TypedHolidays.NOTHING,
                () -> holidays.remove(people.me(), key, id),
                "calendars.holidayRemoved");
    }

    @POST
    @Path("/{key}/copy")
    public Response copy(@PathParam("key") String key, @RestForm @Nullable String year) {
        return save(
                key,
                DayWords.text(year),
                TypedHolidays.NOTHING,
                () -> holidays.copyUsual(people.me(), key, DayWords.text(year)),
                "calendars.copied");
    }

    @POST
    @Path("/{key}/clear")
    public Response clear(@PathParam("key") String key, @RestForm @Nullable String year) {
        return save(
                key,
                DayWords.text(year),
                TypedHolidays.NOTHING,
                () -> holidays.replace(people.me(), key, DayWords.text(year), List.of()),
                "calendars.cleared");
    }

    @POST
    @Path("/{key}/paste")
    public Response paste(
            @PathParam("key") String key, @RestForm @Nullable String year, @RestForm @Nullable String text) {
        var read = new HolidayPaste(text);
        return save(
                key,
                DayWords.text(year),
                TypedHolidays.pasted(DayWords.text(text), read.errors()),
                () -> holidays.replace(people.me(), key, DayWords.text(year), read.holidays()),
                "calendars.pasted");
    }

    private Response save(String key, String year, TypedHolidays typed, Change change, String done) {
        var shown = typed;
        if (typed.errors().isEmpty()) {
            try {
                change.make();
                return flash.seeOther(HolidayPages.path(key, year), Words.of(done));
            } catch (Refused e) {
                shown = typed.with(new FormError(typed.field(), e.why()));
            }
        }
        return Flash.again(pages.show(holidays.sheet(people.me(), key, year), shown));
    }
}
