package uk.thinkuknow.reach.periods;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.reach.days.DaysTable;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.report.ReachReport;
import uk.thinkuknow.reach.report.ReachTable;
import uk.thinkuknow.web.MenuEntry;

/** Shows the counting rules and the meaning of the file columns to everyone, signed in or not. */
@Path("/how-we-count")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@MenuEntry(words = "menu.howWeCount", place = 910, key = "count", when = MenuEntry.When.MENU_IS_SHORT)
class HowWeCountResource {
    /** The counting rules in plain words. */
    @CheckedTemplate(basePath = "reach/periods", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HowWeCountPage(int rules, @Nullable String nav) implements TemplateInstance {}

    private final PeopleService people;

    HowWeCountResource(PeopleService people) {
        this.people = people;
    }

    /** The data dictionary of all files with figures. */
    @CheckedTemplate(basePath = "reach/periods", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ColumnsPage(
            List<ReachTable.Column> rows,
            List<ReachTable.Column> between,
            List<ReachTable.Column> files,
            @Nullable String nav)
            implements TemplateInstance {}

    @GET
    @Path("/columns")
    public TemplateInstance columns() {
        return new ColumnsPage(
                ReachTable.DICTIONARY,
                DaysTable.DICTIONARY,
                FrozenFigures.DICTIONARY,
                people.someoneIsSignedIn() ? "count" : null);
    }

    @GET
    public TemplateInstance show() {
        return new HowWeCountPage(ReachReport.RULES, people.someoneIsSignedIn() ? "count" : null);
    }
}
