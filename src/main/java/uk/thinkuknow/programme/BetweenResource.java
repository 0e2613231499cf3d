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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.Role;
import uk.thinkuknow.shared.NotFound;
import uk.thinkuknow.shared.Refused;

/** Reach between any two days: a calendar year, a financial year, a campaign. */
@Path("/reach/between")
@RolesAllowed({Role.MANAGER, Role.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class BetweenResource {
    private static final int UNPROCESSABLE = 422;
    private static final int A_PAGE = 100;
    private static final Map<By, String> ROWS = rows();

    private final DaysReach reach;
    private final Calendar calendar;
    private final PeopleService people;
    private final NamedPeriods named;

    BetweenResource(DaysReach reach, Calendar calendar, PeopleService people, NamedPeriods named) {
        this.named = named;
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
            List<ReachView.Choice> rows,
            List<NamedDays> named,
            @Nullable String problem,
            @Nullable Found found)
            implements TemplateInstance {}

    /** A half term, a quarter or a year, and the address of its figures. */
    record NamedDays(String name, String href) {}

    /** The figures, in words. */
    record Found(String asAt, String days, boolean overYears, Line total, List<Line> rows, Pages pages) {}

    /** Which of the pages is shown; the address of another begins with {@code href}. */
    record Pages(int page, int pages, String first, String href, String csv) {}

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
    public Response show(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String by,
            @RestQuery int page) {
        var asked = asked(from, to, by);
        try {
            return Response.ok(page(asked, null, found(asked, report(asked), page)))
                    .build();
        } catch (DateTimeException e) {
            return wrong(asked, "Choose the first and the last day, both with day, month and year.");
        } catch (Refused e) {
            return wrong(asked, e.why());
        }
    }

    /** The same table, all its rows, for a spreadsheet. */
    @GET
    @Path("csv")
    @Produces("text/csv")
    public Response csv(
            @RestQuery @Nullable String from, @RestQuery @Nullable String to, @RestQuery @Nullable String by) {
        var asked = asked(from, to, by);
        try {
            return DaysCsv.file(report(asked), asked.by());
        } catch (DateTimeException e) {
            throw new NotFound();
        }
    }

    /** Two days as they were typed, and what the rows are. */
    private record Asked(String from, String to, By by) {
        String query() {
            return "?from=" + from + "&to=" + to + "&by=" + by.key();
        }
    }

    private Asked asked(@Nullable String from, @Nullable String to, @Nullable String by) {
        var today = calendar.today();
        var rows = By.of(by == null || by.isEmpty() ? "region" : by)
                .filter(ROWS::containsKey)
                .orElseThrow(NotFound::new);
        return new Asked(
                from == null ? today.withDayOfYear(1).toString() : from.strip(),
                to == null ? today.toString() : to.strip(),
                rows);
    }

    private DaysReport report(Asked asked) {
        return reach.between(
                LocalDate.parse(asked.from()),
                LocalDate.parse(asked.to()),
                people.me().reads(),
                asked.by());
    }

    private Response wrong(Asked asked, String problem) {
        return Response.status(UNPROCESSABLE).entity(page(asked, problem, null)).build();
    }

    private BetweenPage page(Asked asked, @Nullable String problem, @Nullable Found found) {
        return new BetweenPage(
                asked.from(),
                asked.to(),
                ROWS.entrySet().stream()
                        .map(each ->
                                new ReachView.Choice(each.getKey().key(), each.getValue(), each.getKey() == asked.by()))
                        .toList(),
                named.days().stream()
                        .map(each -> new NamedDays(
                                each.name(),
                                new Asked(each.from().toString(), each.to().toString(), asked.by()).query()))
                        .toList(),
                problem,
                found);
    }

    private static Found found(Asked asked, DaysReport report, int page) {
        int pages = Math.max(1, (report.rows().size() + A_PAGE - 1) / A_PAGE);
        int shown = Math.clamp(page, 1, pages);
        return new Found(
                InWords.time(report.asAt()),
                InWords.day(report.from()) + " to " + InWords.day(report.to()),
                report.overYears(),
                line(report.total()),
                report.rows().stream()
                        .skip((shown - 1L) * A_PAGE)
                        .limit(A_PAGE)
                        .map(BetweenResource::line)
                        .toList(),
                new Pages(
                        shown,
                        pages,
                        ROWS.getOrDefault(asked.by(), ""),
                        "/reach/between" + asked.query() + "&page=",
                        "/reach/between/csv" + asked.query()));
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

    private static Map<By, String> rows() {
        var rows = new EnumMap<By, String>(By.class);
        rows.put(By.NATION, "Nation");
        rows.put(By.REGION, "Region");
        rows.put(By.AUTHORITY, "Authority");
        rows.put(By.SCHOOL, "School");
        rows.put(By.PHASE, "Phase");
        return rows;
    }
}
