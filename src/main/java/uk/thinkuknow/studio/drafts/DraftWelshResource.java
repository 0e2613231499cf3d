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
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.studio.forms.SubmittedForm;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.TextFields;

/** The page to translate a draft into Welsh, with each text beside its English. */
@Path("/studio/drafts/{id}/welsh")
@RolesAllowed({Role.TRAINER, Role.REVIEWER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = {SubmittedForm.PREFIX, "was:"})
class DraftWelshResource {
    private final WelshPages pages;
    private final DraftTranslation draftTranslation;
    private final PeopleService people;
    private final Flash flash;

    DraftWelshResource(WelshPages pages, DraftTranslation draftTranslation, PeopleService people, Flash flash) {
        this.pages = pages;
        this.draftTranslation = draftTranslation;
        this.people = people;
        this.flash = flash;
    }

    @GET
    public TemplateInstance show(@RestPath String id) {
        return pages.show(people.me(), id, Map.of(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response save(
            @RestPath String id,
            MultivaluedMap<String, String> fields,
            @RestHeader("Saved-By-Itself") @Nullable String byItself) {
        var typed = new SubmittedForm(fields);
        var words = new HashMap<String, String>();
        var was = new HashMap<String, String>();
        fields.keySet().stream()
                .filter(name -> name.startsWith(SubmittedForm.PREFIX))
                .map(name -> name.substring(SubmittedForm.PREFIX.length()))
                .filter(path -> !typed.text(path).equals(was(fields, path)))
                .forEach(path -> {
                    words.put(path, typed.text(path));
                    was.put(path, was(fields, path));
                });
        var me = people.me();
        var done = draftTranslation.translate(me, id, words, was);
        if (!done.crossed().isEmpty()) {
            words.keySet().retainAll(done.crossed());
            var by = done.by() == me.id() ? Words.of("drafts.youBegin") : people.nameOf(done.by());
            return Response.status(Response.Status.CONFLICT)
                    .entity(pages.show(me, id, words, by))
                    .build();
        }
        var place = Objects.requireNonNullElse(fields.getFirst("place"), "");
        var address = "/studio/drafts/" + id + "/welsh" + (place.matches("[a-z0-9-]+") ? "#g-" + place : "");
        return byItself != null
                ? Response.seeOther(URI.create(address)).build()
                : flash.seeOther(
                        address,
                        words.isEmpty()
                                ? Words.of("drafts.nothingWasChanged")
                                : Words.of("drafts.savedInWelsh", words.size()));
    }

    @POST
    @Path("/go-back")
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response goBack(@RestPath String id, @RestForm int to) {
        draftTranslation.goBackInWelsh(people.me(), id, to);
        return flash.seeOther("/studio/drafts/" + id + "/welsh", Words.of("drafts.welshAsItWas"));
    }

    private static String was(MultivaluedMap<String, String> fields, String path) {
        return Objects.requireNonNullElse(fields.getFirst("was:" + path), "")
                .replace("\r\n", "\n")
                .strip();
    }
}
