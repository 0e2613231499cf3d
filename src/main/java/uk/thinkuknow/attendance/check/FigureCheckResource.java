package uk.thinkuknow.attendance.check;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.IntStream;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.MenuEntry;

/**
 * Page of the figure checks' results for managers and auditors, and the form in which a colleague at the school gives
 * the heads again.
 */
@Path("/figure-check")
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.RETURNS, words = "menu.figureCheck", place = 430, roles = Role.MANAGER)
@MenuEntry(
        item = MenuEntry.Item.REACH,
        words = "menu.figureCheck",
        place = 355,
        roles = Role.AUDITOR,
        except = Role.MANAGER)
class FigureCheckResource {
    private static final int CLASSES = 40;

    private final FigureChecks checks;
    private final FigureAnswers answers;
    private final PeopleService people;
    private final Flash flash;

    FigureCheckResource(FigureChecks checks, FigureAnswers answers, PeopleService people, Flash flash) {
        this.checks = checks;
        this.answers = answers;
        this.people = people;
        this.flash = flash;
    }

    @GET
    @RolesAllowed({Role.MANAGER, Role.AUDITOR})
    public TemplateInstance show() {
        return checks.page(people.me().reads());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.TEACHER, Role.DSL})
    public TemplateInstance question(@PathParam("id") String id) {
        return answers.question(people.me(), new PublicId(id), TypedHeads.NOTHING);
    }

    @POST
    @Path("/{id}")
    @RolesAllowed({Role.TEACHER, Role.DSL})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        var me = people.me();
        var page = answers.question(me, new PublicId(id), typed(fields));
        if (!page.errors().isEmpty()) {
            return Response.status(422).entity(page).build();
        }
        answers.answer(me, new PublicId(id), typed(fields));
        return flash.seeOther("/staff", Words.of("check.thanks"));
    }

    private static TypedHeads typed(MultivaluedMap<String, String> fields) {
        return new TypedHeads(
                IntStream.range(0, CLASSES)
                        .mapToObj(i ->
                                fields.getOrDefault("heads-" + i, List.of("")).getFirst())
                        .toList(),
                true);
    }
}
