package uk.thinkuknow.programme;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.Role;
import uk.thinkuknow.programme.ReachView.Choice;
import uk.thinkuknow.shared.NotFound;

/** Targets of a year: every term and region on one form, saved together. */
@Path("/targets")
@RolesAllowed(Role.MANAGER)
@Produces(MediaType.TEXT_HTML)
class TargetsResource {
    private static final int UNPROCESSABLE = 422;
    private final TargetService targets;
    private final TargetGrids grids;
    private final Calendar calendar;
    private final PeopleService people;

    TargetsResource(TargetService targets, TargetGrids grids, Calendar calendar, PeopleService people) {
        this.targets = targets;
        this.grids = grids;
        this.calendar = calendar;
        this.people = people;
    }

    @CheckedTemplate(basePath = "programme", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TargetsPage(TargetGrid grid, List<Choice> years, Notes notes) implements TemplateInstance {}

    /** What stands above the grid: what was saved and can be undone, what is wrong, what was done before. */
    record Notes(
            @Nullable String saved,
            List<Undo> undo,
            @Nullable String refused,
            List<EvidenceView.Step> history) {}

    /** A cell as it stood before the last save. */
    record Undo(String name, String value) {}

    @GET
    public TemplateInstance show(
            @RestQuery @Nullable String year, @RestQuery @Nullable String band, @RestQuery @Nullable String was) {
        var wanted = calendar.period(year, null).year();
        var undo = TargetGrids.undo(was);
        var saved = undo.isEmpty() ? null : InWords.counted(undo.size(), "target", "targets") + " saved.";
        return page(
                grids.standing(wanted, known(band), people.me().regionKey()),
                new Notes(saved, undo, null, history(wanted)));
    }

    @POST
    public Response save(
            @RestQuery @Nullable String year, @RestQuery @Nullable String band, MultivaluedMap<String, String> form) {
        var wanted = calendar.period(year, null).year();
        var whose = known(band);
        var mine = people.me().regionKey();
        var typed = new LinkedHashMap<String, String>();
        form.forEach((name, values) -> typed.put(name, values.getFirst()));
        var grid = grids.typed(wanted, whose, mine, typed);
        if (grid.hasErrors()) {
            return again(grid, null);
        }
        try {
            var saved = targets.save(wanted, whose, grids.wanted(mine, typed), typed.getOrDefault("token", ""));
            return Response.seeOther(URI.create(
                            "/targets" + grid.query() + (saved.isEmpty() ? "" : "&was=" + TargetGrids.before(saved))))
                    .build();
        } catch (TargetsChangedMeanwhile e) {
            return again(grids.typed(wanted, whose, mine, typed), e.why());
        }
    }

    private Response again(TargetGrid grid, @Nullable String refused) {
        return Response.status(UNPROCESSABLE)
                .entity(page(grid, new Notes(null, List.of(), refused, history(grid.year()))))
                .build();
    }

    private TargetsPage page(TargetGrid grid, Notes notes) {
        var years = calendar.yearsToPlan(grid.year()).stream()
                .map(year -> new Choice(year, year, year.equals(grid.year())))
                .toList();
        return new TargetsPage(grid, years, notes);
    }

    private static String known(@Nullable String band) {
        var wanted = band == null || band.isEmpty() ? Target.EVERY_BAND : band;
        if (!Target.BANDS.contains(wanted)) {
            throw new NotFound();
        }
        return wanted;
    }

    private List<EvidenceView.Step> history(String year) {
        return EvidenceWords.trail(
                people.trailOf("targets " + year).stream().limit(20).toList());
    }
}
