package uk.thinkuknow.classroom.worry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.MenuEntry;

/** Shows managers the figures about worries: numbers and times, no school, class or words. */
@Path("/worry-counts")
@RolesAllowed(Role.MANAGER)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.REACH, words = "menu.worries", place = 360, roles = Role.MANAGER)
class WorryCountsResource {
    private final WorryCounts counts;
    private final PeopleService people;

    WorryCountsResource(WorryCounts counts, PeopleService people) {
        this.counts = counts;
        this.people = people;
    }

    /** The page with the figures. */
    @CheckedTemplate(basePath = "classroom/worry", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WorryCountsPage(WorryCounts.Report report) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return new WorryCountsPage(counts.of(people.me()));
    }
}
