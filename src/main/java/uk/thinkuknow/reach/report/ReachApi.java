package uk.thinkuknow.reach.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.reach.totals.RowKind;
import uk.thinkuknow.reach.totals.SchoolCalendar;
import uk.thinkuknow.web.Importance;
import uk.thinkuknow.web.PathTraits;

/** Offers the reach report to other programs as JSON or CSV. */
@Path("/api/reach")
@PathTraits(importance = Importance.REPORT)
@RolesAllowed({Role.MANAGER, Role.AUDITOR})
class ReachApi {
    private static final String CSV = "text/csv";
    private static final String PROBLEM = "application/problem+json";

    private final ReachService reach;
    private final SchoolCalendar calendar;
    private final PeopleService people;

    ReachApi(ReachService reach, SchoolCalendar calendar, PeopleService people) {
        this.reach = reach;
        this.calendar = calendar;
        this.people = people;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary = "Reach of a term or a year",
            description = "Counted from signed returns by the rules; the target is compared with new."
                    + " A manager of a nation, a region or an authority gets that only. Accept: text/csv gives the same as CSV, in UTF-8 without a byte order mark."
                    + " What every column means stands at /how-we-count/columns, to which the Link header leads.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReachTable.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "404",
            description = "no such year, term or kind of row: detail says which, and what there is",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Problem.class)))
    public Response show(
            @Parameter(example = "2026-27") @RestQuery @Nullable String year,
            @Parameter(description = "autumn, spring or summer; left out: the whole year") @RestQuery @Nullable
                    String term,
            @Parameter(description = "nation, region, authority, school, band or phase") @RestQuery @Nullable String by,
            @Context HttpHeaders headers) {
        var detail = wrong(year, term, by);
        if (detail != null) {
            return Response.status(Response.Status.NOT_FOUND)
                    .type(PROBLEM)
                    .entity(new Problem(Words.of("report.noSuchReport"), 404, detail))
                    .build();
        }
        var report = report(year, term, by);
        return wantsCsv(headers)
                ? ReachCsv.answer(report)
                : Response.ok(ReachTable.of(report), MediaType.APPLICATION_JSON)
                        .header("Link", ReachTable.DESCRIBED_BY)
                        .build();
    }

    /** The body of a 404 answer; says which parameter of the request is unknown, and which values exist. */
    record Problem(String title, int status, String detail) {}

    private @Nullable String wrong(@Nullable String year, @Nullable String term, @Nullable String by) {
        if (year != null && !year.isEmpty() && !calendar.years().contains(year)) {
            return Words.of("report.noSuchYear", year, String.join(", ", calendar.years()));
        }
        if (!Period.isTerm(term)) {
            return Words.of("report.noSuchTerm", String.valueOf(term), String.join(", ", Period.TERMS));
        }
        if (by != null && RowKind.of(by).isEmpty()) {
            var known = Stream.of(RowKind.values()).map(RowKind::key).collect(Collectors.joining(", "));
            return Words.of("report.noSuchRows", by, known);
        }
        return null;
    }

    /** Returns whether the client asks for CSV before JSON; a client that accepts anything gets JSON. */
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
        var rows = RowKind.of(by == null ? "nation" : by).orElseThrow(NotFound::new);
        return reach.report(calendar.period(year, term), rows, people.me().reads());
    }
}
