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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.identity.staff.AuditFilter;
import uk.thinkuknow.identity.staff.AuditLine;
import uk.thinkuknow.identity.staff.AuditReach;
import uk.thinkuknow.identity.staff.AuditedPlaces;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.MenuEntry;

/** Where the audit is read: who did what, when, from what to what; by a manager, what was done at her schools. */
@Path("/audit")
@RolesAllowed({Role.AUDITOR, Role.ADMINISTRATOR, Role.MANAGER})
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        words = "Audit",
        place = 860,
        roles = {Role.MANAGER, Role.ADMINISTRATOR, Role.AUDITOR},
        startOf = Role.AUDITOR)
class AuditResource {
    private static final int A_PAGE = 25;
    private static final int UNPROCESSABLE = 422;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.UK).withZone(London.ZONE);

    private final AuditBook book;
    private final AuditCsv csv;
    private final AuditedPlaces places;
    private final PeopleService people;

    AuditResource(AuditBook book, AuditCsv csv, AuditedPlaces places, PeopleService people) {
        this.book = book;
        this.csv = csv;
        this.places = places;
        this.people = people;
    }

    /**
     * A page of the audit.
     *
     * @param first whether it is the latest
     * @param older where the next page begins, 0 on the last
     */
    @CheckedTemplate(basePath = "identity/audit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AuditPage(
            AuditFilter filter,
            Choices choices,
            List<Row> rows,
            boolean first,
            long older,
            @Nullable String problem) implements TemplateInstance {}

    /**
     * What there is to choose from.
     *
     * @param regions by key; empty for a manager of one area, whose name is {@code own}
     */
    record Choices(List<String> acts, Map<String, String> regions, String own) {}

    record Row(
            long id,
            String when,
            String iso,
            String who,
            String username,
            String act,
            String subject,
            String sameSubject,
            String school,
            String detail,
            @Nullable String was,
            @Nullable String became) {}

    @GET
    public Response read(@BeanParam AuditFilter.Asked asked) {
        var filter = filter(asked);
        var first = asked.before() <= 0;
        try {
            var lines = book.lines(filter, first ? Long.MAX_VALUE : asked.before(), A_PAGE + 1);
            var shown = lines.stream().limit(A_PAGE).toList();
            var older = lines.size() > A_PAGE ? shown.getLast().id() : 0;
            return Response.ok(new AuditPage(
                            filter,
                            choices(filter),
                            shown.stream().map(AuditResource::row).toList(),
                            first,
                            older,
                            null))
                    .build();
        } catch (Refused e) {
            return Response.status(UNPROCESSABLE)
                    .entity(new AuditPage(filter, choices(filter), List.of(), true, 0, e.why()))
                    .build();
        }
    }

    @GET
    @Path("/csv")
    @Produces("text/csv")
    public Response copy(@BeanParam AuditFilter.Asked asked) {
        var filter = filter(asked);
        filter.since();
        filter.until();
        book.noteCopy(people.me(), filter);
        StreamingOutput written = out -> csv.write(filter, out);
        return Response.ok(written, "text/csv;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .build();
    }

    private AuditFilter filter(AuditFilter.Asked asked) {
        return AuditFilter.of(asked, AuditReach.of(people.me()));
    }

    private Choices choices(AuditFilter filter) {
        var own = filter.reach().scope();
        return own.isProgramme()
                ? new Choices(book.acts(filter.reach()), places.regions(), "")
                : new Choices(book.acts(filter.reach()), Map.of(), places.nameOf(own));
    }

    private static Row row(AuditLine line) {
        var change = line.change();
        return new Row(
                line.id(),
                when(line.at()),
                line.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                line.who().name(),
                line.who().username(),
                line.act(),
                line.subject(),
                URLEncoder.encode(line.subject(), StandardCharsets.UTF_8),
                line.school(),
                line.detail(),
                change == null ? null : change.was(),
                change == null ? null : change.became());
    }

    private static String when(Instant at) {
        return WHEN.format(at);
    }
}
