package uk.thinkuknow.schools.classes;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.TextFields;
import uk.thinkuknow.web.names.AsksAboutNames;

/** The pages of the roll-over from one school year's classes to the next: proposal, check, apply and undo. */
@Path("/classes/roll-over")
@RolesAllowed(Role.TEACHER)
@Produces(MediaType.TEXT_HTML)
@TextFields(unchecked = "intake")
@AsksAboutNames("intake")
class RollOverResource {
    private static final String HERE = "/classes/roll-over?into=";

    private final RollOverService rollOver;
    private final RollOverPages pages;
    private final PeopleService people;
    private final Flash flash;

    RollOverResource(RollOverService rollOver, RollOverPages pages, PeopleService people, Flash flash) {
        this.rollOver = rollOver;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable String into) {
        var me = people.me();
        var over = rollOver.over(me, into);
        return over.done() == null
                ? pages.form(me, over, rollOver.proposal(me, over), null, null)
                : pages.done(me, over, over.done());
    }

    @POST
    @Path("check")
    public Response check(MultivaluedMap<String, String> fields) {
        var me = people.me();
        var over = rollOver.over(me, fields.getFirst("into"));
        var form = RollOverForm.of(fields);
        var next = rollOver.plan(me, over, form);
        var page = pages.form(me, over, form, next, null);
        return next.problems().isEmpty() ? Response.ok(page).build() : Flash.again(page);
    }

    /** Makes the roll-over that was shown; a form changed since the check is shown again instead. */
    @POST
    @Path("apply")
    public Response apply(MultivaluedMap<String, String> fields) {
        var me = people.me();
        var over = rollOver.over(me, fields.getFirst("into"));
        if (over.done() != null) {
            return flash.seeOther(HERE + over.toYear(), Words.of("classes.rolledBefore"));
        }
        var form = RollOverForm.of(fields);
        var next = rollOver.plan(me, over, form);
        if (!form.mark().equals(fields.getFirst("checked"))) {
            return Flash.again(pages.form(me, over, form, next, Words.of("classes.formChanged")));
        }
        if (!next.problems().isEmpty()) {
            return Flash.again(pages.form(me, over, form, next, null));
        }
        try {
            rollOver.roll(me, over.toYear(), form);
        } catch (Refused e) {
            return Flash.again(pages.form(me, over, form, next, e.why()));
        }
        return flash.seeOther(HERE + over.toYear(), Words.of("classes.rolled", over.toYear()));
    }

    @POST
    @Path("{id}/undo")
    public Response undo(@PathParam("id") String id) {
        var gone = rollOver.undo(people.me(), new PublicId(id));
        return flash.seeOther(HERE + gone.toYear(), Words.of("classes.undone", gone.fromYear(), gone.toYear()));
    }

    @POST
    @Path("{id}/lists-destroyed")
    public Response confirmListsDestroyed(@PathParam("id") String id) {
        rollOver.confirmListsDestroyed(people.me(), new PublicId(id));
        return flash.seeOther("/classes/roll-over", Words.of("classes.destroyedNoted"));
    }
}
