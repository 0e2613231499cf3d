package uk.thinkuknow.results.outcome;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.results.outcome.OutcomeViews.MeasureView;
import uk.thinkuknow.results.outcome.OutcomeViews.Names;
import uk.thinkuknow.results.outcome.OutcomeViews.Version;
import uk.thinkuknow.web.FormOption;
import uk.thinkuknow.web.Importance;
import uk.thinkuknow.web.MenuEntry;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.TableExporter;

/**
 * Page and tables of outcomes: children's knowledge and confidence before and after a lesson, for managers within their
 * area and for auditors.
 */
@Path("/outcomes")
@PathTraits(importance = Importance.REPORT)
@RolesAllowed({Role.MANAGER, Role.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        item = MenuEntry.Item.REACH,
        words = "menu.outcomes",
        place = 340,
        roles = {Role.MANAGER, Role.AUDITOR})
class OutcomesResource {
    private final OutcomeService outcomes;
    private final OutcomeAreaNames areas;
    private final CurriculumService curriculum;
    private final PeopleService people;

    OutcomesResource(
            OutcomeService outcomes, OutcomeAreaNames areas, CurriculumService curriculum, PeopleService people) {
        this.outcomes = outcomes;
        this.areas = areas;
        this.curriculum = curriculum;
        this.people = people;
    }

    /** The page of outcomes, measured with the current and with earlier questions. */
    @CheckedTemplate(basePath = "results/outcome", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OutcomesPage(
            String where,
            String period,
            List<FormOption> years,
            String query,
            List<MeasureView> current,
            List<MeasureView> earlier)
            implements TemplateInstance {}

    /** The figures for the user's area and the chosen year, or all years. */
    private record Shown(OutcomeFigures figures, List<String> years, OutcomeScope within, Names names) {}

    @GET
    public TemplateInstance show(@RestQuery @Nullable String year) {
        var shown = shown(year);
        var chosen = year == null ? "" : year;
        var years = new ArrayList<>(List.of(new FormOption("", Words.of("outcome.allYears"), chosen.isEmpty())));
        shown.years().forEach(each -> years.add(new FormOption(each, each.replace('-', '–'), each.equals(chosen))));
        var views = OutcomeViews.of(shown.figures(), shown.within(), shown.names());
        return new OutcomesPage(
                areas.name(shown.within().scope()),
                chosen.isEmpty() ? Words.of("outcome.inAllYears") : chosen.replace('-', '–'),
                years,
                chosen.isEmpty() ? "" : "?year=" + chosen,
                views.stream().filter(view -> !view.earlier()).toList(),
                views.stream().filter(MeasureView::earlier).toList());
    }

    @GET
    @Path("/tables.csv")
    @Produces("text/csv")
    public Response csv(@RestQuery @Nullable String year) {
        var shown = shown(year);
        return TableExporter.csv("outcomes.csv", OutcomeFiles.of(shown.figures(), shown.within(), shown.names()));
    }

    @GET
    @Path("/tables.ods")
    @Produces("application/vnd.oasis.opendocument.spreadsheet")
    public Response ods(@RestQuery @Nullable String year) {
        var shown = shown(year);
        return TableExporter.ods("outcomes.ods", OutcomeFiles.of(shown.figures(), shown.within(), shown.names()));
    }

    private Shown shown(@Nullable String year) {
        var within = OutcomeScope.of(people.me());
        var all = outcomes.figures(within);
        var years = all.years();
        if (year != null && !year.isEmpty() && !years.contains(year)) {
            throw new NotFound();
        }
        boolean regions = within.hasRegions();
        return new Shown(
                year == null || year.isEmpty() ? all : all.of(year),
                years,
                within,
                new Names(this::version, regions ? areas::region : areas::authority, regions));
    }

    private Version version(long id) {
        var module = curriculum.version(id);
        return new Version(
                module.key(),
                module.lesson().title(),
                module.number(),
                module.lesson().band(),
                module.lesson().edition());
    }
}
