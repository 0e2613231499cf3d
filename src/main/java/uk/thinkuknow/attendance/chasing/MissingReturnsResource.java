package uk.thinkuknow.attendance.chasing;

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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.chasing.MissingReturnsFilter.Asked;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.MenuEntry;

/**
 * Managers' page of missing returns, filtered by school, area, age and period. It sends reminders of one return or of
 * all in the list, and gives the list as CSV.
 */
@Path("/missing-returns")
@RolesAllowed(Role.MANAGER)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        item = MenuEntry.Item.RETURNS,
        words = "menu.missingReturns",
        place = 410,
        roles = Role.MANAGER,
        key = "missing")
class MissingReturnsResource {
    private final MissingReturnsPages pages;
    private final ReturnReminderSender returnReminderSender;
    private final Flash flash;
    private final PeopleService people;

    MissingReturnsResource(
            MissingReturnsPages pages, ReturnReminderSender returnReminderSender, Flash flash, PeopleService people) {
        this.pages = pages;
        this.returnReminderSender = returnReminderSender;
        this.flash = flash;
        this.people = people;
    }

    @GET
    public TemplateInstance list(@RestQuery int page, @BeanParam Asked asked) {
        return pages.list(filter(asked), page, null);
    }

    @GET
    @Path("/csv")
    @Produces("text/csv")
    public Response csv(@BeanParam Asked asked) {
        return Response.ok(pages.csv(filter(asked)))
                .header("Content-Disposition", "attachment; filename=\"missing-returns.csv\"")
                .build();
    }

    /** Sends a reminder now, in addition to the automatic ones: of a missing return, or of a visit to be confirmed. */
    @POST
    @Path("/{session}/remind")
    public Response remind(@PathParam("session") PublicId session) {
        try {
            boolean toConfirm = returnReminderSender.remind(people.me(), session);
            return flash.seeOther(toConfirm ? "/returns-to-confirm" : "/missing-returns", pages.written(1));
        } catch (Refused e) {
            return Response.status(409)
                    .entity(pages.list(filter(Asked.NOTHING), 1, e.why()))
                    .build();
        }
    }

    /** Shows what sending all reminders would do. */
    @GET
    @Path("/reminders")
    public TemplateInstance reminders(@BeanParam Asked asked) {
        return pages.reminders(filter(asked));
    }

    /** Sends a reminder of each return in the list, 500 at most, that had none within a day. */
    @POST
    @Path("/reminders")
    public Response remindAll(
            @RestForm @Nullable String words,
            @RestForm @Nullable String area,
            @RestForm int days,
            @RestForm @Nullable String period) {
        var filter = filter(new Asked(words, area, days, period));
        int sent = returnReminderSender.remindAll(people.me(), pages.toRemind(filter));
        var back = "/missing-returns" + filter.query();
        return sent == 0
                ? flash.seeOtherNotDone(back, Words.of("chasing.noLetter"))
                : flash.seeOther(back, pages.written(sent));
    }

    private MissingReturnsFilter filter(Asked asked) {
        return MissingReturnsFilter.of(people.me().scope(), asked);
    }
}
