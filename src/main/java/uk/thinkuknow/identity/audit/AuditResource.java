package uk.thinkuknow.identity.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.AuditEntries;
import uk.thinkuknow.identity.staff.AuditFilter;
import uk.thinkuknow.identity.staff.AuditLine;
import uk.thinkuknow.identity.staff.AuditSchoolLookup;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.FormOption;
import uk.thinkuknow.web.MenuEntry;

/**
 * Shows the audit: who did what and when, and what changed. A manager sees only entries about the schools of their
 * area.
 */
@Path("/audit")
@RolesAllowed({Role.AUDITOR, Role.ADMINISTRATOR, Role.MANAGER})
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        item = MenuEntry.Item.REACH,
        words = "menu.audit",
        place = 370,
        roles = Role.MANAGER,
        except = {Role.ADMINISTRATOR, Role.AUDITOR})
@MenuEntry(
        item = MenuEntry.Item.SYSTEM,
        words = "menu.audit",
        place = 1270,
        roles = Role.ADMINISTRATOR,
        except = Role.AUDITOR)
@MenuEntry(item = MenuEntry.Item.AUDIT, words = "menu.audit", place = 1300, roles = Role.AUDITOR)
class AuditResource {
    private static final int A_PAGE = 25;
    private final AuditEntries entries;
    private final AuditCsv csv;
    private final AuditSchoolLookup places;
    private final PeopleService people;

    AuditResource(AuditEntries entries, AuditCsv csv, AuditSchoolLookup places, PeopleService people) {
        this.entries = entries;
        this.csv = csv;
        this.places = places;
        this.people = people;
    }

    /**
     * A page of the audit.
     *
     * @param newest the address of the latest entries; null on their page
     * @param next the address of older entries; null on the last page
     * @param errors what is wrong with the filter
     */
    @CheckedTemplate(basePath = "identity/audit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AuditPage(
            AuditFilter filter,
            Choices choices,
            List<Row> rows,
            @Nullable String newest,
            @Nullable String next,
            List<FormError> errors)
            implements TemplateInstance {}

    /**
     * The options of the filter.
     *
     * @param regions names by key; empty for a manager of one area
     * @param own the name of that area; empty for somebody who may read about every area
     */
    record Choices(List<FormOption> acts, List<FormOption> regions, String own) {}

    /**
     * A row of the audit.
     *
     * @param sameSubject the subject, encoded for a URL
     */
    record Row(AuditLine line, String when, String iso, String sameSubject) {}

    @GET
    public Response read(@BeanParam AuditFilter.QueryParameters asked, @RestQuery long before) {
        var filter = AuditFilter.of(asked, people.me());
        var first = before <= 0;
        try {
            var lines = entries.lines(filter, first ? Long.MAX_VALUE : before, A_PAGE + 1);
            var shown = lines.stream().limit(A_PAGE).toList();
            var page = "/audit?" + filter.query();
            return Response.ok(new AuditPage(
                            filter,
                            choices(filter),
                            shown.stream().map(AuditResource::row).toList(),
                            first ? null : page,
                            lines.size() > A_PAGE
                                    ? page + "before=" + shown.getLast().id()
                                    : null,
                            List.of()))
                    .build();
        } catch (Refused e) {
            return Flash.again(new AuditPage(
                    filter, choices(filter), List.of(), null, null, List.of(new FormError("from", e.why()))));
        }
    }

    @GET
    @Path("/csv")
    @Produces("text/csv")
    public Response copy(@BeanParam AuditFilter.QueryParameters asked) {
        var me = people.me();
        var filter = AuditFilter.of(asked, me);
        filter.days().since();
        filter.days().until();
        people.note(me.name(), Words.of("audit.actCopied"), "audit", which(filter));
        StreamingOutput written = out -> csv.write(filter, out);
        return Response.ok(written, "text/csv;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .build();
    }

    /** Describes the exported part of the audit. */
    private static String which(AuditFilter filter) {
        var own = filter.reach().scope();
        var which = URLDecoder.decode(filter.query(), StandardCharsets.UTF_8) // names, so that an erasure finds them
                + (own.isProgramme() ? "" : "area=" + own.token());
        var all = Words.of(filter.reach().schoolsOnly() ? "audit.allOfSchools" : "audit.allOfIt");
        return which.isEmpty() ? all : which;
    }

    private Choices choices(AuditFilter filter) {
        var own = filter.reach().scope();
        var acts = entries.acts(filter.reach().schoolsOnly()).stream()
                .map(act -> new FormOption(act, act, act.equals(filter.act())))
                .toList();
        if (!own.isProgramme()) {
            return new Choices(acts, List.of(), places.nameOf(own));
        }
        var regions = places.regions().entrySet().stream()
                .map(each -> new FormOption(
                        each.getKey(), each.getValue(), each.getKey().equals(filter.region())))
                .toList();
        return new Choices(acts, regions, "");
    }

    private static Row row(AuditLine line) {
        return new Row(
                line,
                TextFormat.shortDate(line.at()) + ", " + TextFormat.toTheSecond(line.at()),
                line.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                URLEncoder.encode(line.subject(), StandardCharsets.UTF_8));
    }
}
