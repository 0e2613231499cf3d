package uk.thinkuknow.reach.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.FigureText;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.reach.evidence.Crumb;
import uk.thinkuknow.reach.evidence.DrillDown;
import uk.thinkuknow.reach.evidence.EvidenceView;
import uk.thinkuknow.reach.evidence.SchoolView;
import uk.thinkuknow.reach.report.ReachView.ClimbView;
import uk.thinkuknow.reach.report.ReachView.Fact;
import uk.thinkuknow.reach.report.ReachView.Headline;
import uk.thinkuknow.reach.report.ReachView.Row;
import uk.thinkuknow.reach.totals.RowKind;
import uk.thinkuknow.reach.totals.SchoolCalendar;
import uk.thinkuknow.web.FormOption;
import uk.thinkuknow.web.Importance;
import uk.thinkuknow.web.MapTile;
import uk.thinkuknow.web.MenuEntry;
import uk.thinkuknow.web.PathTraits;

/** Shows the reach dashboard and the pages below it, from regions down to a signed return. */
@Path("/reach")
@PathTraits(importance = Importance.REPORT)
@RolesAllowed({Role.MANAGER, Role.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        item = MenuEntry.Item.REACH,
        words = "menu.reach",
        place = 310,
        roles = {Role.MANAGER, Role.AUDITOR})
class ReachResource {
    private final ReachService reach;
    private final OtherFigures beside;
    private final DrillDown drillDown;
    private final SchoolCalendar calendar;
    private final PeopleService people;

    ReachResource(
            ReachService reach,
            OtherFigures beside,
            DrillDown drillDown,
            SchoolCalendar calendar,
            PeopleService people) {
        this.reach = reach;
        this.beside = beside;
        this.drillDown = drillDown;
        this.calendar = calendar;
        this.people = people;
    }

    /** The reach dashboard. */
    @CheckedTemplate(basePath = "reach/report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReachPage(
            ReachHead head,
            boolean wholeProgramme,
            List<PeriodFigure> besides,
            Top top,
            @Nullable ClimbView climb,
            Rows rows,
            OtherFigures.OtherLines below)
            implements TemplateInstance {}

    /** The dashboard's map of regions, its bands, and its table by the chosen dimension. */
    record Rows(List<MapTile> map, List<Row> bands, Table table) {}

    /** The page of a region or an authority. */
    @CheckedTemplate(basePath = "reach/report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AreaPage(ReachHead head, List<Crumb> crumbs, Top top, List<Table> tables) implements TemplateInstance {}

    /** The page of a school. */
    @CheckedTemplate(basePath = "reach/report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SchoolPage(ReachHead head, SchoolView school, boolean may) implements TemplateInstance {}

    /** The page of a session with the evidence for its count. */
    @CheckedTemplate(basePath = "reach/report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SessionPage(EvidenceView evidence) implements TemplateInstance {}

    /**
     * The head of a reach page: area, period and moment.
     *
     * @param span "year" or "term"
     * @param query keeps the period in the links of the page
     */
    record ReachHead(
            String where,
            String period,
            String span,
            String asAt,
            String query,
            List<FormOption> periods,
            List<FormOption> rows) {
        /** The key of the chosen rows. */
        public String by() {
            return rows.stream()
                    .filter(FormOption::chosen)
                    .map(FormOption::value)
                    .findFirst()
                    .orElse("");
        }
    }

    /** The figure of the year or of its term, with a link; both are shown side by side. */
    record PeriodFigure(String period, String href, FigureText figure, String unit, String target, boolean shown) {}

    /**
     * The top of a reach page: the headline, its bar and the facts.
     *
     * @param nothingYet the text shown while no return is signed, otherwise null
     */
    record Top(
            String span,
            Headline headline,
            TargetBar bar,
            Row row,
            List<Fact> facts,
            @Nullable String nothingYet) {
        /** Returns whether lessons await their returns. */
        public boolean awaits() {
            return !row.cells().sessions().pending().awaiting().equals("0");
        }

        public String barLabel() {
            var cells = row.cells();
            var target = cells.target().isEmpty() ? "none" : cells.target();
            return Words.of(
                    "report.bar",
                    cells.fresh().inWords(),
                    target,
                    cells.sessions().pending().awaiting());
        }
    }

    /** A table of reach: rows with their total, and a sentence that says whether they add up to it. */
    record Table(String name, String first, List<Row> rows, Row total, String sum) {
        /** Returns whether any row has a target; without one the target columns are left out. */
        public boolean targets() {
            return rows.stream().anyMatch(row -> !row.cells().target().isEmpty());
        }
    }

    /** Shows the current year by default, with the current term beside it. */
    @GET
    public TemplateInstance show(
            @RestQuery @Nullable String year,
            @RestQuery @Nullable String term,
            @RestQuery @Nullable String period,
            @RestQuery @Nullable String by) {
        var wanted = period == null ? calendar.period(year, term) : calendar.period(period);
        var mine = people.me().reads();
        var rows = by == null ? usual(mine) : RowKind.of(by).orElseThrow(NotFound::new);
        var dashboard = reach.dashboard(wanted, rows, mine);
        return ReachPages.dashboard(
                dashboard,
                reach.besides(dashboard.chosen(), mine),
                beside.of(wanted, mine),
                calendar.yearsWithAnything(wanted),
                mine,
                awaited(wanted, ""));
    }

    /**
     * The address of the list of missing returns. Auditors get null: they see the number but cannot request returns.
     */
    private @Nullable String awaited(Period period, String area) {
        return people.me().is(Role.MANAGER)
                ? "/missing-returns?period=" + period.key()
                        + (area.isEmpty() ? "" : "&area=" + URLEncoder.encode(area, StandardCharsets.UTF_8))
                : null;
    }

    /** The level below the user's area. */
    static RowKind usual(Scope mine) {
        return switch (mine.kind()) {
            case PROGRAMME, NATION -> RowKind.REGION;
            case REGION -> RowKind.AUTHORITY;
            case AUTHORITY -> RowKind.SCHOOL;
        };
    }

    @GET
    @Path("csv")
    @Produces("text/csv")
    public Response csv(
            @RestQuery @Nullable String year, @RestQuery @Nullable String term, @RestQuery @Nullable String by) {
        var rows = RowKind.of(by == null ? "region" : by).orElseThrow(NotFound::new);
        var period = calendar.periodOrNow(year, term);
        return ReachCsv.file(reach.report(period, rows, people.me().reads()));
    }

    @GET
    @Path("regions/{key}")
    public TemplateInstance region(
            @PathParam("key") String key, @RestQuery @Nullable String year, @RestQuery @Nullable String term) {
        var period = calendar.periodOrNow(year, term);
        var crumbs = drillDown.toRegion(key, period);
        return ReachPages.area(
                crumbs,
                reach.dashboard(period, RowKind.AUTHORITY, Scope.region(key)),
                reach.report(period, RowKind.SCHOOL, Scope.region(key)),
                awaited(period, Scope.region(key).token()));
    }

    @GET
    @Path("authorities/{key}")
    public TemplateInstance authority(
            @PathParam("key") String key, @RestQuery @Nullable String year, @RestQuery @Nullable String term) {
        var period = calendar.periodOrNow(year, term);
        var crumbs = drillDown.toAuthority(key, period);
        return ReachPages.area(
                crumbs, reach.dashboard(period, RowKind.SCHOOL, Scope.authority(key)), null, awaited(period, key));
    }

    @GET
    @Path("schools/{id}")
    public TemplateInstance school(
            @PathParam("id") String id, @RestQuery @Nullable String year, @RestQuery @Nullable String term) {
        var period = calendar.periodOrNow(year, term);
        var school = drillDown.school(id, period);
        return new SchoolPage(
                ReachPages.head(school.where().name(), period, school.asAt(), calendar.yearsWithAnything(period), null),
                school,
                people.me().is(Role.MANAGER));
    }

    @GET
    @Path("sessions/{id}")
    public TemplateInstance session(@PathParam("id") String id) {
        return new SessionPage(drillDown.session(id));
    }
}
