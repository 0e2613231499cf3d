package uk.thinkuknow.reach.days;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.FigureText;
import uk.thinkuknow.counting.MarkCounts;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.reach.report.PendingWords;
import uk.thinkuknow.reach.report.ReachPages;
import uk.thinkuknow.reach.report.ReachView;
import uk.thinkuknow.reach.totals.DaysRowKind;
import uk.thinkuknow.reach.totals.NamedPeriods;
import uk.thinkuknow.reach.totals.SchoolCalendar;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;
import uk.thinkuknow.web.TableExporter;

/**
 * Shows reach between any two days, such as a calendar year, a financial year or a campaign, and offers it for
 * download.
 */
@Path("/reach/between")
@RolesAllowed({Role.MANAGER, Role.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class DaysReachResource {
    private static final int UNPROCESSABLE = 422;
    private static final int A_PAGE = 100;

    private final DaysReach reach;
    private final SchoolCalendar calendar;
    private final PeopleService people;
    private final NamedPeriods named;

    DaysReachResource(DaysReach reach, SchoolCalendar calendar, PeopleService people, NamedPeriods named) {
        this.named = named;
        this.reach = reach;
        this.calendar = calendar;
        this.people = people;
    }

    /**
     * The page with the form and, if the days are valid, the figures.
     *
     * @param errors the reason why there are no figures, or none
     */
    @CheckedTemplate(basePath = "reach/days", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BetweenPage(
            String from,
            String to,
            List<FormOption> rows,
            List<NamedDays> named,
            List<FormError> errors,
            @Nullable Found found)
            implements TemplateInstance {}

    /** A link that fills in the days of a half term or quarter. */
    record NamedDays(String name, String href) {}

    /** The formatted reach figures between the two days: total, rows and other audiences. */
    record Found(When when, String addUp, Line total, List<Line> rows, List<ReachView.Line> others, Pages pages) {}

    /** The moment of the count, the days, whether they are in two years, and what is to be confirmed. */
    record When(String asAt, String days, boolean overYears, String toConfirm) {}

    /** The pagination of the rows of reach, and the search words. */
    record Pages(int page, int pages, String first, String words, String files) {
        public @Nullable String before() {
            return page > 1 ? href(page - 1) : null;
        }

        public @Nullable String after() {
            return page < pages ? href(page + 1) : null;
        }

        public String position() {
            return Words.of("days.page", page, pages);
        }

        /** The address of the table as a file. */
        public String file(String type) {
            return "/reach/between/" + type + files;
        }

        private String href(int number) {
            return "/reach/between" + files + "&words=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&page="
                    + number;
        }
    }

    /**
     * A formatted row of reach between two days.
     *
     * @param roll the pupils of the school by the national register if more children were counted, otherwise null
     */
    record Line(String name, @Nullable String roll, Cells cells) {}

    /** The formatted reach figures of a row; the marks are the shares of grades A, B and C. */
    record Cells(
            FigureText reach,
            String marks,
            String largest,
            String attendances,
            String sessions,
            ReachView.Pending pending) {}

    /** Without days, shows the time from 1 September of the current school year until today. */
    @GET
    public Response show(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String by,
            @RestQuery @Nullable String words,
            @RestQuery int page) {
        var asked = asked(from, to, by);
        try {
            return Response.ok(page(
                            asked, List.of(), found(asked, report(asked), words == null ? "" : words.strip(), page)))
                    .build();
        } catch (DateTimeException e) {
            return wrong(asked, Words.of("days.choose"));
        } catch (Refused e) {
            return wrong(asked, e.why());
        }
    }

    /** All rows of the table as CSV. */
    @GET
    @Path("csv")
    @Produces("text/csv")
    public Response csv(
            @RestQuery @Nullable String from, @RestQuery @Nullable String to, @RestQuery @Nullable String by) {
        var report = exactly(from, to, by);
        return TableExporter.csv(DaysTable.name(report, "csv"), DaysTable.sheets(report));
    }

    /** All rows of the table as an OpenDocument spreadsheet. */
    @GET
    @Path("ods")
    @Produces("application/vnd.oasis.opendocument.spreadsheet")
    public Response ods(
            @RestQuery @Nullable String from, @RestQuery @Nullable String to, @RestQuery @Nullable String by) {
        var report = exactly(from, to, by);
        return TableExporter.ods(DaysTable.name(report, "ods"), DaysTable.sheets(report));
    }

    /** All rows of the table as JSON. */
    @GET
    @Path("json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response json(
            @RestQuery @Nullable String from, @RestQuery @Nullable String to, @RestQuery @Nullable String by) {
        return Response.ok(DaysTable.json(exactly(from, to, by)), MediaType.APPLICATION_JSON)
                .build();
    }

    private DaysReport exactly(@Nullable String from, @Nullable String to, @Nullable String by) {
        try {
            return report(asked(from, to, by));
        } catch (DateTimeException e) {
            throw new NotFound();
        }
    }

    /** The two days as typed in the form, and the dimension of the rows. */
    private record Request(String from, String to, DaysRowKind by) {
        String query() {
            return "?from=" + from + "&to=" + to + "&by=" + by.key();
        }
    }

    private Request asked(@Nullable String from, @Nullable String to, @Nullable String by) {
        var today = calendar.today();
        var rows = DaysRowKind.of(by == null || by.isEmpty() ? "region" : by).orElseThrow(NotFound::new);
        return new Request(
                from == null ? startOfYear(today).toString() : from.strip(),
                to == null ? today.toString() : to.strip(),
                rows);
    }

    private static LocalDate startOfYear(LocalDate today) {
        var september = today.withMonth(9).withDayOfMonth(1);
        return september.isAfter(today) ? september.minusYears(1) : september;
    }

    private DaysReport report(Request asked) {
        return reach.between(
                LocalDate.parse(asked.from()),
                LocalDate.parse(asked.to()),
                people.me().reads(),
                asked.by());
    }

    private Response wrong(Request asked, String problem) {
        return Response.status(UNPROCESSABLE)
                .entity(page(asked, List.of(new FormError("from", problem)), null))
                .build();
    }

    private BetweenPage page(Request asked, List<FormError> errors, @Nullable Found found) {
        return new BetweenPage(
                asked.from(),
                asked.to(),
                Stream.of(DaysRowKind.values())
                        .map(each -> new FormOption(each.key(), each.words(), each == asked.by()))
                        .toList(),
                named.days().stream()
                        .map(each -> new NamedDays(
                                each.name(),
                                new Request(each.from().toString(), each.to().toString(), asked.by()).query()))
                        .toList(),
                errors,
                found);
    }

    private Found found(Request asked, DaysReport report, String words, int page) {
        var matching = report.rows().stream()
                .filter(row -> row.name().toLowerCase(Locale.UK).contains(words.toLowerCase(Locale.UK)))
                .toList();
        int pages = Math.max(1, (matching.size() + A_PAGE - 1) / A_PAGE);
        int shown = Math.clamp(page, 1, pages);
        return new Found(
                new When(
                        TextFormat.time(report.asAt()),
                        Words.of(
                                "days.fromTo",
                                TextFormat.day(report.days().from()),
                                TextFormat.day(report.days().to())),
                        report.days().overYears(),
                        report.total().pending().toConfirmInWords()),
                addUp(report),
                line(report.total()),
                matching.stream()
                        .skip((shown - 1L) * A_PAGE)
                        .limit(A_PAGE)
                        .map(DaysReachResource::line)
                        .toList(),
                report.others().stream().map(ReachPages::other).toList(),
                new Pages(shown, pages, asked.by().words(), words, asked.query()));
    }

    /** Says that the rows add up to the total, or why they need not. */
    private static String addUp(DaysReport report) {
        if (report.days().overYears()) {
            return "";
        }
        if (!report.by().isPlace()) {
            return Words.of("days.rowsOverlap");
        }
        int sum = report.rows().stream().mapToInt(row -> row.reach().lower()).sum();
        return Words.of("days.addUp", sum);
    }

    /** A row without a signed return shows no figures, because they are not zero. */
    private static Line line(DaysReport.Row row) {
        var reach = row.reach();
        boolean unknown = row.sessions() == 0;
        return new Line(
                row.name(),
                row.isAboveItsRoll() ? TextFormat.number(Objects.requireNonNullElse(row.roll(), 0)) : null,
                new Cells(
                        unknown ? FigureText.UNKNOWN : reach.figure().text(),
                        unknown ? "–" : marks(row.marks()),
                        unknown ? "–" : TextFormat.number(reach.largestSession()),
                        unknown ? "–" : TextFormat.number(reach.attendances()),
                        TextFormat.number(row.sessions()),
                        PendingWords.cells(row.pending())));
    }

    private static String marks(MarkCounts marks) {
        int all = marks.all();
        return Words.of(
                "days.marks",
                TextFormat.percent(marks.a(), all),
                TextFormat.percent(marks.b(), all),
                TextFormat.percent(marks.c(), all));
    }
}
