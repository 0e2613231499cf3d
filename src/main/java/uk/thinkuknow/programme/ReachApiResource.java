package uk.thinkuknow.programme;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.Role;
import uk.thinkuknow.shared.NotFound;

/** Reach against targets for other programs and for spreadsheets. */
@Path("/api/reach")
@RolesAllowed(Role.MANAGER)
class ReachApiResource {
    private final ReachService reach;
    private final Calendar calendar;
    private final PeopleService people;

    ReachApiResource(ReachService reach, Calendar calendar, PeopleService people) {
        this.reach = reach;
        this.calendar = calendar;
        this.people = people;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Reach of a term or a year",
            description = "Counted from signed returns by the rules; the target is compared with new."
                    + " A manager of one region gets her region only. Accept: text/csv gives the same as CSV.")
    public ReachTable json(
            @Parameter(example = "2026-27") @RestQuery @Nullable String year,
            @Parameter(description = "autumn, spring or summer; left out: the whole year") @RestQuery @Nullable
                    String term,
            @Parameter(description = "nation, region, authority, school, band or phase") @RestQuery @Nullable
                    String by) {
        return ReachTable.of(report(year, term, by));
    }

    @GET
    @Produces("text/csv;qs=0.5")
    public Response csv(
            @RestQuery @Nullable String year, @RestQuery @Nullable String term, @RestQuery @Nullable String by) {
        return ReachCsv.answer(report(year, term, by));
    }

    private ReachReport report(@Nullable String year, @Nullable String term, @Nullable String by) {
        var rows = By.of(by == null ? "nation" : by).orElseThrow(NotFound::new);
        return reach.report(calendar.period(year, term), rows, people.me().regionKey());
    }
}
