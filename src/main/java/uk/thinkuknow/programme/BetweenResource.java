package uk.thinkuknow.programme;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.Role;
import uk.thinkuknow.shared.Refused;

/** Reach between any two days: a calendar year, a financial year, a campaign. */
@Path("/reach/between")
@RolesAllowed({Role.MANAGER, Role.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class BetweenResource {
    private static final int UNPROCESSABLE = 422;

    private final DaysReach reach;
    private final Calendar calendar;
    private final PeopleService people;

    BetweenResource(DaysReach reach, Calendar calendar, PeopleService people) {
        this.reach = reach;
        this.calendar = calendar;
        this.people = people;
    }

    /**
     * Reach between two days.
     *
     * @param problem why there is no figure, or null
     */
    @CheckedTemplate(basePath = "programme", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BetweenPage(
            String from,
            String to,
            @Nullable String problem,
            @Nullable Found found) implements TemplateInstance {}

    /** The figures, in words. */
    record Found(String asAt, String days, boolean overYears, Line total, List<Line> rows) {}

    record Line(
            String name,
            String reach,
            String upper,
            String largest,
            String attendances,
            String sessions,
            String awaiting) {}

    /** Without days: this calendar year so far. */
    @GET
    public Response show(@RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        var today = calendar.today();
        var first = from == null ? today.withDayOfYear(1).toString() : from.strip();
        var last = to == null ? today.toString() : to.strip();
        try {
            var report = reach.between(
                    LocalDate.parse(first), LocalDate.parse(last), people.me().reads());
            return Response.ok(new BetweenPage(first, last, null, found(report)))
                    .build();
        } catch (DateTimeException e) {
            return wrong(first, last, "Choose the first and the last day, both with day, month and year.");
        } catch (Refused e) {
            return wrong(first, last, e.why());
        }
    }

    private static Response wrong(String from, String to, String problem) {
        return Response.status(UNPROCESSABLE)
                .entity(new BetweenPage(from, to, problem, null))
                .build();
    }

    private static Found found(DaysReport report) {
        return new Found(
                InWords.time(report.asAt()),
                InWords.day(report.from()) + " to " + InWords.day(report.to()),
                report.overYears(),
                line(report.total()),
                report.rows().stream().map(BetweenResource::line).toList());
    }

    /** A place of which nothing is signed has no figure, which is not zero. */
    private static Line line(DaysReport.Row row) {
        var reach = row.reach();
        boolean unknown = row.sessions() == 0;
        return new Line(
                row.name(),
                unknown ? "–" : InWords.number(reach.lower()),
                unknown ? "–" : InWords.number(reach.upper()),
                unknown ? "–" : InWords.number(reach.largestSession()),
                unknown ? "–" : InWords.number(reach.attendances()),
                InWords.number(row.sessions()),
                InWords.number(row.awaiting()));
    }
}
