package uk.thinkuknow.operations.retention;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.MenuEntry;

/**
 * Shows administrators and auditors how long data is kept, how many rows are due for deletion, and past deletions.
 * Administrators can also delete what is due at once.
 */
@Path("/retention")
@RolesAllowed({Role.ADMINISTRATOR, Role.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.SYSTEM, words = "menu.retention", place = 1230, roles = Role.ADMINISTRATOR)
class RetentionResource {
    private final RetentionJob retention;
    private final PeopleService people;
    private final Flash flash;
    private final Clock clock;

    RetentionResource(RetentionJob retention, PeopleService people, Flash flash, Clock clock) {
        this.retention = retention;
        this.people = people;
        this.flash = flash;
        this.clock = clock;
    }

    /**
     * The rules page.
     *
     * @param mayRun whether the user may start a deletion now
     */
    @CheckedTemplate(basePath = "operations/retention", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RetentionPage(
            List<RuleRow> rules, boolean mayRun, @Nullable String error) implements TemplateInstance {}

    /** A rule, as the page shows it. */
    record RuleRow(RetentionRule.Terms terms, String holds, long due, List<String> runs) {}

    @GET
    public TemplateInstance show() {
        return page(null);
    }

    @POST
    @Path("/{rule}/run")
    @RolesAllowed(Role.ADMINISTRATOR)
    public Response run(@PathParam("rule") String rule, @RestForm @Nullable String sure) {
        if (!"yes".equals(sure)) {
            return Flash.again(page(Words.of("retention.saySure")));
        }
        int removed = retention.runNow(people.me(), rule);
        return flash.seeOther(
                "/retention",
                removed == 0 ? Words.of("retention.nothingWasDue") : Words.of("retention.removed", removed));
    }

    private TemplateInstance page(@Nullable String error) {
        return new RetentionPage(
                retention.all().stream().map(this::row).toList(), people.me().is(Role.ADMINISTRATOR), error);
    }

    private RuleRow row(RetentionJob.RuleState standing) {
        var terms = standing.terms();
        return new RuleRow(
                terms,
                Words.of(
                        terms.since().isAfter(London.today(clock)) ? "retention.holdsFrom" : "retention.holdsSince",
                        TextFormat.day(terms.since())),
                standing.due(),
                standing.runs().stream().map(RetentionResource::row).toList());
    }

    private static String row(RetentionRun run) {
        var when = London.inWords(run.startedAt());
        var problem = run.problem();
        if (problem != null) {
            return Words.of("retention.runStopped", when, run.begunBy(), run.removed(), problem);
        }
        return Words.of(run.isOver() ? "retention.run" : "retention.runNotEnded", when, run.begunBy(), run.removed());
    }
}
