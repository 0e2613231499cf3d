package uk.thinkuknow.programme;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.Role;
import uk.thinkuknow.shared.NotFound;

/** Reach against targets for other programs and for spreadsheets. */
@Path("/api/reach")
@RolesAllowed(Role.MANAGER)
class ReachApiResource {
    private static final String CSV = "text/csv";

    private final ReachService reach;
    private final Calendar calendar;
    private final PeopleService people;

    ReachApiResource(ReachService reach, Calendar calendar, PeopleService people) {
        this.reach = reach;
        this.calendar = calendar;
        this.people = people;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary = "Reach of a term or a year",
            description = "Counted from signed returns by the rules; the target is compared with new."
                    + " A manager of one region gets her region only. Accept: text/csv gives the same as CSV.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReachTable.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "no such year, term or kind of row")
    public Response show(
            @Parameter(example = "2026-27") @RestQuery @Nullable String year,
            @Parameter(description = "autumn, spring or summer; left out: the whole year") @RestQuery @Nullable
                    String term,
            @Parameter(description = "nation, region, authority, school, band or phase") @RestQuery @Nullable String by,
            @Context HttpHeaders headers) {
        var report = report(year, term, by);
        return wantsCsv(headers)
                ? ReachCsv.answer(report)
                : Response.ok(ReachTable.of(report), MediaType.APPLICATION_JSON).build();
    }

    /** CSV for those who ask for it before JSON; who takes anything gets JSON. */
    private static boolean wantsCsv(HttpHeaders headers) {
        for (var type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (type.isCompatible(MediaType.valueOf(CSV))) {
                return true;
            }
        }
        return false;
    }

    private ReachReport report(@Nullable String year, @Nullable String term, @Nullable String by) {
        var rows = By.of(by == null ? "nation" : by).orElseThrow(NotFound::new);
        return reach.report(calendar.period(year, term), rows, people.me().regionKey());
    }
}
