package uk.thinkuknow.reach.coverage;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.reach.coverage.CoverageViews.Head;
import uk.thinkuknow.reach.coverage.CoverageViews.LeaversView;
import uk.thinkuknow.reach.coverage.CoverageViews.ListView;
import uk.thinkuknow.reach.coverage.CoverageViews.NextView;
import uk.thinkuknow.reach.coverage.CoverageViews.Table;
import uk.thinkuknow.web.Importance;
import uk.thinkuknow.web.MenuEntry;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.TableExporter;

/**
 * Serves the coverage pages and their downloads: schools never reached or due again, schools to visit next, and
 * leavers. Managers see their own area, auditors everything.
 */
@Path("/coverage")
@PathTraits(importance = Importance.REPORT)
@RolesAllowed({Role.MANAGER, Role.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        item = MenuEntry.Item.REACH,
        words = "menu.coverage",
        place = 330,
        roles = {Role.MANAGER, Role.AUDITOR})
class CoverageResource {
    private final CoverageService coverage;
    private final PeopleService people;

    CoverageResource(CoverageService coverage, PeopleService people) {
        this.coverage = coverage;
        this.people = people;
    }

    /** The coverage overview. */
    @CheckedTemplate(basePath = "reach/coverage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OverviewPage(Head head, String lede, List<Table> tables) implements TemplateInstance {}

    /** The filtered list of schools. */
    @CheckedTemplate(basePath = "reach/coverage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CoverageSchoolsPage(Head head, ListView list) implements TemplateInstance {}

    /** The schools to visit next. */
    @CheckedTemplate(basePath = "reach/coverage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NextPage(Head head, List<NextView> schools) implements TemplateInstance {}

    /** The leavers by year group and area. */
    @CheckedTemplate(basePath = "reach/coverage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LeaversPage(Head head, List<LeaversView> groups) implements TemplateInstance {}

    /** The area that a coverage page shows, and the areas the user can choose from. */
    record ShownArea(CoverageArea within, AreaNames areas) {}

    @GET
    public TemplateInstance show(@RestQuery @Nullable String area) {
        var place = place(area);
        var overview = coverage.overview(place.within());
        return new OverviewPage(
                CoverageViews.head(overview.asAt(), place, "/coverage"),
                CoverageViews.lede(overview),
                CoverageViews.tables(overview, place));
    }

    @GET
    @Path("/tables.csv")
    @Produces("text/csv")
    public Response csv(@RestQuery @Nullable String area) {
        var place = place(area);
        return TableExporter.csv("coverage.csv", CoverageFiles.tables(coverage.overview(place.within()), place));
    }

    /** The tables of the CSV file as a spreadsheet, with the schools to visit next and the leavers. */
    @GET
    @Path("/tables.ods")
    @Produces("application/vnd.oasis.opendocument.spreadsheet")
    public Response ods(@RestQuery @Nullable String area) {
        var place = place(area);
        return TableExporter.ods(
                "coverage.ods",
                CoverageFiles.book(
                        coverage.overview(place.within()),
                        coverage.next(place.within()),
                        coverage.leavers(place.within()),
                        place));
    }

    @GET
    @Path("/schools")
    public TemplateInstance schools(
            @RestQuery @Nullable String area, @BeanParam SchoolFilter.Parameters asked, @RestQuery int page) {
        var place = place(area);
        var wanted = SchoolFilter.of(asked, page);
        return new CoverageSchoolsPage(
                CoverageViews.head(coverage.asAt(), place, "/coverage/schools"),
                CoverageLists.of(coverage.list(place.within(), wanted, SchoolFilter.A_PAGE), wanted, place));
    }

    @GET
    @Path("/schools.csv")
    @Produces("text/csv")
    public Response schoolsCsv(@RestQuery @Nullable String area, @BeanParam SchoolFilter.Parameters asked) {
        var place = place(area);
        var wanted = SchoolFilter.of(asked, 1);
        return TableExporter.csv(
                "schools-" + wanted.show().key() + ".csv",
                List.of(CoverageFiles.schools(coverage.list(place.within(), wanted, Integer.MAX_VALUE), place)));
    }

    @GET
    @Path("/next")
    public TemplateInstance next(@RestQuery @Nullable String area) {
        var place = place(area);
        return new NextPage(
                CoverageViews.head(coverage.asAt(), place, "/coverage/next"),
                coverage.next(place.within()).stream()
                        .map(each -> CoverageLists.next(each, place))
                        .toList());
    }

    @GET
    @Path("/leavers")
    public TemplateInstance leavers(@RestQuery @Nullable String area) {
        var place = place(area);
        return new LeaversPage(
                CoverageViews.head(coverage.asAt(), place, "/coverage/leavers"),
                CoverageLists.leavers(coverage.leaverRule(), coverage.leavers(place.within()), place));
    }

    /** @throws NotFound if the area does not exist or the user may not see it */
    private ShownArea place(@Nullable String area) {
        var mine = CoverageArea.of(people.me());
        var areas = new AreaNames(coverage.areas(mine));
        if (area == null || area.isEmpty()) {
            return new ShownArea(mine, areas);
        }
        return new ShownArea(areas.within(area).orElseThrow(NotFound::new), areas);
    }
}
