package uk.thinkuknow.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.Role;
import uk.thinkuknow.shared.London;

/** Which returns the programme still waits for, and who has been asked. */
@Path("/missing-returns")
@RolesAllowed(Role.MANAGER)
@Produces(MediaType.TEXT_HTML)
class MissingReturnsResource {
    private static final int ON_A_PAGE = 50;

    private final MissingReturns missing;
    private final PeopleService people;
    private final Clock clock;

    MissingReturnsResource(MissingReturns missing, PeopleService people, Clock clock) {
        this.missing = missing;
        this.people = people;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "followup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MissingReturnsPage(List<Row> rows, long count, int page, int pages) implements TemplateInstance {}

    record Row(
            String session,
            String schoolId,
            String school,
            String lesson,
            String when,
            String age,
            String waitsFor,
            String asked) {}

    @GET
    public TemplateInstance list(@RestQuery int page) {
        var region = people.me().regionKey();
        int shown = Math.clamp(page, 1, 10_000);
        long count = missing.count(region);
        return new MissingReturnsPage(
                missing.of(region, shown - 1, ON_A_PAGE).stream().map(this::row).toList(), count, shown, (int)
                        Math.max(1, (count + ON_A_PAGE - 1) / ON_A_PAGE));
    }

    private Row row(MissingReturns.Missing each) {
        long days = Duration.between(each.endedAt(), clock.instant()).toDays();
        var waits = each.signed()
                ? (each.confirmer() == null ? "the school" : each.confirmer()) + " to confirm the heads"
                : each.deliveredBy() + " to sign";
        return new Row(
                each.session(),
                each.schoolId(),
                each.school(),
                each.lesson(),
                London.inWords(each.endedAt()),
                days == 0 ? "today" : days == 1 ? "1 day" : days + " days",
                waits,
                switch (each.chased()) {
                    case 0 -> "not yet";
                    case 1 -> "after 1 day";
                    default -> "after " + each.chased() + " days";
                });
    }
}
