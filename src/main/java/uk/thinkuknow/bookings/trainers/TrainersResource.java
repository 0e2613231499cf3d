package uk.thinkuknow.bookings.trainers;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.AccreditationStatus;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.TableQuery;
import uk.thinkuknow.web.TextFields;

/** Serves the managers' pages to find, accredit and suspend trainers, and handles their forms. */
@Path("/trainers")
@RolesAllowed(Role.MANAGER)
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = "why")
class TrainersResource {
    private static final int UNPROCESSABLE = 422;

    private final SupervisionService supervision;
    private final TrainerPages pages;
    private final PeopleService people;
    private final Flash flash;

    TrainersResource(SupervisionService supervision, TrainerPages pages, PeopleService people, Flash flash) {
        this.supervision = supervision;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    /** The filter of the list of trainers. */
    record ListQuery(
            @RestQuery @Nullable String name,
            @RestQuery @Nullable String region,
            @RestQuery @Nullable String band,
            @RestQuery @Nullable String language,
            @RestQuery @Nullable String standing) {}

    @GET
    public TemplateInstance list(@BeanParam ListQuery asked, @Context UriInfo uri) {
        return pages.list(supervision.all(people.me()), TrainerFilter.of(asked), TableQuery.of(uri));
    }

    /** Exports the list as shown, on all pages. */
    @GET
    @Path("/csv")
    @Produces("text/csv")
    public Response csv(@BeanParam ListQuery asked, @Context UriInfo uri) {
        return pages.csv(supervision.all(people.me()), TrainerFilter.of(asked), TableQuery.of(uri));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@PathParam("id") PublicId id) {
        return page(id, TrainerPages.SubmittedFields.NOTHING);
    }

    @POST
    @Path("/{id}/accreditations")
    public Response accredit(
            @PathParam("id") PublicId id,
            @RestForm @Nullable String first,
            @RestForm @Nullable String last,
            @RestForm @Nullable String basis) {
        var typed = new TrainerPages.SubmittedFields(text(first), text(last), text(basis), "", List.of());
        var from = WeekForm.day(typed.first());
        var to = WeekForm.day(typed.last());
        if (from.isEmpty() || to.isEmpty()) {
            return again(id, typed.wrong("first", Words.of("trainers.badDates")));
        }
        if (typed.basis().isBlank()) {
            return again(id, typed.wrong("basis", Words.of("trainers.noBasis")));
        }
        try {
            supervision.accredit(
                    people.me(), id, new AccreditationStatus.AccreditedDays(from.get(), to.get()), typed.basis());
            return flash.seeOther(
                    "/trainers/" + id,
                    Words.of("trainers.accreditedFromTo", TextFormat.day(from.get()), TextFormat.day(to.get())));
        } catch (Refused e) {
            return again(id, typed.wrong("first", e.why()));
        }
    }

    @POST
    @Path("/{id}/accreditations/{number}/withdraw")
    public Response withdraw(
            @PathParam("id") PublicId id, @PathParam("number") long number, @RestForm @Nullable String reason) {
        try {
            supervision.withdraw(people.me(), id, number, text(reason));
            return flash.seeOther("/trainers/" + id, Words.of("trainers.isWithdrawn"));
        } catch (Refused e) {
            return again(id, TrainerPages.SubmittedFields.NOTHING.wrong("reason-" + number, e.why()));
        }
    }

    @POST
    @Path("/{id}/suspend")
    public Response suspend(@PathParam("id") PublicId id, @RestForm @Nullable String why) {
        var reason = why == null ? "" : why;
        try {
            supervision.suspend(people.me(), id, reason);
            return flash.seeOther("/trainers/" + id, Words.of("trainers.isSuspended"));
        } catch (Refused e) {
            return again(
                    id, new TrainerPages.SubmittedFields("", "", "", reason, List.of(new FormError("why", e.why()))));
        }
    }

    @POST
    @Path("/{id}/lift")
    public Response lift(@PathParam("id") PublicId id) {
        supervision.lift(people.me(), id);
        return flash.seeOther("/trainers/" + id, Words.of("trainers.isLifted"));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private Response again(PublicId id, TrainerPages.SubmittedFields typed) {
        return Response.status(UNPROCESSABLE).entity(page(id, typed)).build();
    }

    private TemplateInstance page(PublicId id, TrainerPages.SubmittedFields typed) {
        return pages.show(supervision.sheet(people.me(), id), typed);
    }
}
