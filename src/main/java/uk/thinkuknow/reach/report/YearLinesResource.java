package uk.thinkuknow.reach.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.reach.totals.SchoolCalendar;

/** Serves the CSV of a year's signed return lines for download. */
@Path("/reach/lines/csv")
@RolesAllowed({Role.MANAGER, Role.AUDITOR})
class YearLinesResource {
    private final YearLinesCsv lines;
    private final SchoolCalendar calendar;
    private final PeopleService people;

    YearLinesResource(YearLinesCsv lines, SchoolCalendar calendar, PeopleService people) {
        this.lines = lines;
        this.calendar = calendar;
        this.people = people;
    }

    @GET
    @Produces("text/csv")
    public Response csv(@RestQuery @Nullable String year) {
        var wanted = calendar.periodOrNow(year, null).year();
        var scope = people.me().reads();
        StreamingOutput written = out -> lines.write(wanted, scope, out);
        return Response.ok(written, "text/csv;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"return-lines-" + wanted + ".csv\"")
                .header("Lines", lines.count(wanted, scope))
                .build();
    }
}
