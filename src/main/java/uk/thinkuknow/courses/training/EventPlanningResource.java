package uk.thinkuknow.courses.training;

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
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.TextFields;

/**
 * Serves the managers' pages and handles their forms to plan, change and cancel training events; also lists past
 * events.
 */
@Path("/training")
@RolesAllowed(Role.MANAGER)
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = {"text", "why"})
class EventPlanningResource {
    private static final int UNPROCESSABLE = 422;

    private final EventService events;
    private final EventPages pages;
    private final EventFormPages forms;
    private final PeopleService people;
    private final Flash flash;

    EventPlanningResource(
            EventService events, EventPages pages, EventFormPages forms, PeopleService people, Flash flash) {
        this.events = events;
        this.pages = pages;
        this.forms = forms;
        this.people = people;
        this.flash = flash;
    }

    @GET
    @Path("/past")
    @RolesAllowed({Role.MANAGER, Role.AUDITOR})
    public TemplateInstance past(@RestQuery int page) {
        return pages.past(people.me(), Math.max(1, page));
    }

    @GET
    @Path("/new")
    public TemplateInstance form() {
        var me = people.me();
        return forms.form(
                me,
                null,
                EventForm.empty(me.scope().regions().stream().findFirst().orElse(null)),
                FormProblems.none());
    }

    @POST
    public Response plan(MultivaluedMap<String, String> fields) {
        return take(null, EventForm.of(fields), (me, plan) -> {
            var id = events.plan(me, plan);
            return flash.seeOther("/training/" + id, Words.of("training.planned"));
        });
    }

    @GET
    @Path("/{id}/change")
    public TemplateInstance change(@PathParam("id") PublicId id) {
        return forms.change(people.me(), id);
    }

    @POST
    @Path("/{id}/change")
    public Response change(@PathParam("id") PublicId id, MultivaluedMap<String, String> fields) {
        forms.change(people.me(), id);
        var form = EventForm.of(fields);
        return take(id, form, (me, plan) -> {
            events.change(me, id, plan, form.version());
            return flash.seeOther("/training/" + id, Words.of("training.changed"));
        });
    }

    private Response take(
            @Nullable PublicId id, EventForm form, BiFunction<StaffMember, TrainingEvent.Plan, Response> act) {
        var me = people.me();
        var leader = forms.leader(me, id, form);
        var problems = problems(form, leader);
        if (problems.isEmpty()) {
            try {
                return act.apply(me, form.plan(leader.orElseThrow()));
            } catch (Refused e) {
                problems.with("date", e.why());
            }
        }
        return Response.status(UNPROCESSABLE)
                .entity(forms.form(me, id, form, problems))
                .build();
    }

    @POST
    @Path("/{id}/cancel")
    public Response cancel(@PathParam("id") PublicId id, @RestForm @Nullable String why) {
        var me = people.me();
        var reason = why == null ? "" : why;
        try {
            events.cancel(me, id, reason);
            return flash.seeOther("/training/" + id, Words.of("training.isCancelled"));
        } catch (Refused e) {
            return Response.status(UNPROCESSABLE)
                    .entity(pages.event(me, id, FormProblems.of("why", e.why()), reason))
                    .build();
        }
    }

    private FormProblems problems(EventForm form, Optional<Long> leader) {
        var problems = form.problems();
        if (leader.isEmpty()) {
            problems.with("leader", Words.of("training.noLeader"));
        }
        if (!forms.knows(form)) {
            problems.with("region", Words.of("training.noRegion"));
        }
        return problems;
    }
}
