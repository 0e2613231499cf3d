package uk.thinkuknow.operations.system;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Installation;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.common.facts.Fact;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.operations.jobs.JobRunner;
import uk.thinkuknow.web.MenuEntry;

/** Shows administrators the state of the installation: checks, jobs, facts to confirm and versions. */
@Path("/system")
@RolesAllowed(Role.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.SYSTEM, words = "menu.system", place = 1210, roles = Role.ADMINISTRATOR)
class SystemResource {
    private final SystemReport report;
    private final JobRunner jobs;
    private final Facts facts;
    private final Installation installation;
    private final Clock clock;

    SystemResource(SystemReport report, JobRunner jobs, Facts facts, Installation installation, Clock clock) {
        this.report = report;
        this.jobs = jobs;
        this.facts = facts;
        this.installation = installation;
        this.clock = clock;
    }

    /**
     * The page; {@code todo} is the number of checks and jobs with a problem, and one more if a fact must be checked
     * now.
     */
    @CheckedTemplate(basePath = "operations/system", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SystemPage(
            int todo,
            List<SystemReport.Line> lines,
            List<JobLine> jobs,
            List<FactLine> facts,
            SystemReport.Versions versions,
            String since)
            implements TemplateInstance {}

    /** A fact that a person should check. */
    record FactLine(
            String title,
            String where,
            String told,
            String source,
            boolean due,
            String by,
            @Nullable String confirmed) {}

    /** A job, in words. */
    record JobLine(String words, String last, @Nullable String problem, String next, boolean late) {}

    @GET
    public TemplateInstance show() throws SQLException {
        var now = report.at(clock.instant());
        var all = jobs.all().stream()
                .map(job -> new JobLine(
                        job.words(),
                        time(job.lastRan(), Words.of("system.notYetRun")),
                        job.problem(),
                        time(job.next(), ""),
                        job.late()))
                .toList();
        long todo = now.lines().stream().filter(line -> !line.todo().isEmpty()).count()
                + all.stream()
                        .filter(job -> job.late() || job.problem() != null)
                        .count();
        var toCheck = facts.toCheck(London.today(clock));
        if (toCheck.stream().anyMatch(this::isUrgent)) {
            todo++;
        }
        return new SystemPage(
                (int) todo,
                now.lines(),
                all,
                toCheck.stream().map(this::line).toList(),
                now.versions(),
                time(now.versions().since(), ""));
    }

    /**
     * Returns whether the check of the fact is due or, outside a demo, a service is unconfirmed: no lesson is taught
     * without that.
     */
    private boolean isUrgent(Fact fact) {
        return fact.isDue(London.today(clock))
                || fact.kind() == Fact.Kind.SERVICE && !fact.isConfirmed() && !installation.demo();
    }

    private FactLine line(Fact fact) {
        var check = fact.check();
        var on = check.confirmedOn();
        return new FactLine(
                fact.in(Language.ENGLISH).title(),
                fact.where(),
                fact.told(Language.ENGLISH),
                check.source(),
                fact.isDue(London.today(clock)),
                TextFormat.day(check.by()),
                on == null ? null : check.confirmedBy() + ", " + TextFormat.day(on));
    }

    private static String time(@Nullable Instant at, String otherwise) {
        return at == null ? otherwise : TextFormat.dayAndMonth(at) + ", " + TextFormat.toTheSecond(at);
    }
}
