package uk.thinkuknow.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.Role;
import uk.thinkuknow.shared.London;
import uk.thinkuknow.shared.PublicId;
import uk.thinkuknow.shared.Refused;
import uk.thinkuknow.web.Flash;

/** Which returns the programme still waits for, and who has been asked. */
@Path("/missing-returns")
@RolesAllowed(Role.MANAGER)
@Produces(MediaType.TEXT_HTML)
class MissingReturnsResource {
    private static final int ON_A_PAGE = 50;

    private final MissingReturns missing;
    private final Chasing chasing;
    private final Flash flash;
    private final PeopleService people;
    private final Clock clock;

    MissingReturnsResource(MissingReturns missing, Chasing chasing, Flash flash, PeopleService people, Clock clock) {
        this.missing = missing;
        this.chasing = chasing;
        this.flash = flash;
        this.people = people;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "followup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MissingReturnsPage(
            List<Row> rows,
            long count,
            int page,
            int pages,
            @Nullable String problem) implements TemplateInstance {}

    /**
     * A return that is missing.
     *
     * @param asked when a letter about it last went out, and after how many days the last that goes by itself
     * @param now whether it can be asked for now
     */
    record Row(
            String session,
            String schoolId,
            String school,
            String lesson,
            String when,
            String age,
            String waitsFor,
            String asked,
            boolean now) {}

    @GET
    public TemplateInstance list(@RestQuery int page) {
        return page(page, null);
    }

    /** Asks for a return now, besides the letters that go by themselves. */
    @POST
    @Path("/{session}/remind")
    public Response remind(@PathParam("session") PublicId session) {
        try {
            chasing.remind(people.me(), session);
        } catch (Refused e) {
            return Response.status(409).entity(page(1, e.why())).build();
        }
        return flash.seeOther("/missing-returns", "A letter is on its way.");
    }

    private MissingReturnsPage page(int page, @Nullable String problem) {
        var area = people.me().scope();
        int shown = Math.clamp(page, 1, 10_000);
        long count = missing.count(area);
        var found = missing.of(area, shown - 1, ON_A_PAGE);
        var asked = chasing.lastAsked(
                found.stream().map(MissingReturns.Missing::session).toList());
        return new MissingReturnsPage(
                found.stream().map(each -> row(each, asked.get(each.session()))).toList(),
                count,
                shown,
                (int) Math.max(1, (count + ON_A_PAGE - 1) / ON_A_PAGE),
                problem);
    }

    private Row row(MissingReturns.Missing each, @Nullable Instant asked) {
        long days = Duration.between(each.endedAt(), clock.instant()).toDays();
        var waits = each.signed()
                ? (each.confirmer() == null ? "the school" : each.confirmer()) + " to confirm the heads"
                : each.deliveredBy() + " to sign";
        return new Row(
                each.session(),
                each.schoolId(),
                each.school(),
                each.lesson(),
                London.inWords(each.endedAt()),
                days == 0 ? "today" : days == 1 ? "1 day" : days + " days",
                waits,
                asked == null ? "not yet" : "last on " + London.inWords(asked),
                asked == null || !asked.isAfter(clock.instant().minus(Chasing.AGAIN_AFTER)));
    }
}
