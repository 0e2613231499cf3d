package uk.thinkuknow.studio.drafts;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.studio.forms.SubmittedForm;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;
import uk.thinkuknow.web.TextFields;

/** The pages for writing a draft: the form of the lesson, the form of each step, and actions on the list of steps. */
@Path("/studio/drafts/{id}")
@RolesAllowed({Role.TRAINER, Role.REVIEWER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = SubmittedForm.PREFIX)
class DraftResource {
    private final DraftEditor draftEditor;
    private final DiscardedDrafts discarded;
    private final DraftPages pages;
    private final PeopleService people;
    private final Flash flash;

    DraftResource(
            DraftEditor draftEditor, DiscardedDrafts discarded, DraftPages pages, PeopleService people, Flash flash) {
        this.draftEditor = draftEditor;
        this.discarded = discarded;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    @GET
    public Response show(@RestPath String id) {
        var steps = DraftPlaces.steps(draftEditor.open(id).written().tree());
        var place = steps.isEmpty()
                ? "/lesson"
                : "/steps/" + steps.getFirst().path("key").asText();
        return Response.seeOther(URI.create("/studio/drafts/" + id + place)).build();
    }

    @GET
    @Path("/lesson")
    public TemplateInstance lesson(@RestPath String id) {
        return pages.page(id, DraftEditor.LESSON, people.me());
    }

    @GET
    @Path("/steps/{step}")
    @PathTraits({Trait.IN_FRAMES, Trait.RECORDS_SOUND})
    public TemplateInstance step(@RestPath String id, @RestPath String step) {
        if (step.equals(DraftEditor.LESSON)) {
            throw new NotFound();
        }
        return pages.page(id, step, people.me());
    }

    @POST
    @Path("/lesson")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response saveLesson(
            @RestPath String id,
            MultivaluedMap<String, String> fields,
            @RestHeader("Saved-By-Itself") @Nullable String byItself) {
        return save(id, DraftEditor.LESSON, "/lesson", fields, byItself != null);
    }

    @POST
    @Path("/steps/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response saveStep(
            @RestPath String id,
            @RestPath String step,
            MultivaluedMap<String, String> fields,
            @RestHeader("Saved-By-Itself") @Nullable String byItself) {
        return save(id, step, "/steps/" + step, fields, byItself != null);
    }

    private Response save(
            String id, String place, String path, MultivaluedMap<String, String> fields, boolean byItself) {
        var me = people.me();
        var was = Objects.requireNonNullElse(fields.getFirst("was"), "");
        var act = Objects.requireNonNullElse(fields.getFirst("do"), "");
        return switch (draftEditor.save(me, id, place, new SubmittedForm(fields), was, act)) {
            case DraftEditor.Saved.Done done ->
                byItself || !act.isEmpty()
                        ? seeOther("/studio/drafts/" + id + path)
                        : flash.seeOther("/studio/drafts/" + id + path, Words.of("drafts.saved"));
            case DraftEditor.Saved.Conflict crossed ->
                Response.status(Response.Status.CONFLICT)
                        .entity(pages.crossed(id, place, me, crossed))
                        .build();
        };
    }

    @POST
    @Path("/steps")
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response add(@RestPath String id, @RestForm @Nullable String kind, @RestForm @Nullable String after) {
        var key = draftEditor.add(people.me(), id, Objects.requireNonNullElse(kind, ""), after);
        return begun(id, key);
    }

    @POST
    @Path("/steps/{step}/move")
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response move(@RestPath String id, @RestPath String step, @RestForm int to) {
        draftEditor.move(people.me(), id, step, to);
        return seeOther("/studio/drafts/" + id + "/steps/" + step);
    }

    @POST
    @Path("/steps/{step}/duplicate")
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response duplicate(@RestPath String id, @RestPath String step) {
        return begun(id, draftEditor.duplicate(people.me(), id, step));
    }

    @POST
    @Path("/steps/{step}/delete")
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response delete(@RestPath String id, @RestPath String step) {
        draftEditor.delete(people.me(), id, step);
        return seeOther("/studio/drafts/" + id);
    }

    @POST
    @Path("/go-back")
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response goBack(@RestPath String id, @RestForm int to) {
        draftEditor.goBack(people.me(), id, to);
        return flash.seeOther("/studio/drafts/" + id, Words.of("drafts.asItWas"));
    }

    @POST
    @Path("/discard")
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response discard(@RestPath String id) {
        discarded.discard(people.me(), id);
        return flash.seeOther("/studio", Words.of("drafts.thrownAway"));
    }

    @POST
    @Path("/restore")
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response restore(@RestPath String id) {
        discarded.restore(people.me(), id);
        return flash.seeOther("/studio/drafts/" + id, Words.of("drafts.restored"));
    }

    /** Redirects to the heading field of a new step, so that keyboard users need not pass everything before it. */
    private static Response begun(String id, String step) {
        return seeOther("/studio/drafts/" + id + "/steps/" + step + "#f-title");
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
