package uk.thinkuknow.attendance.returns;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;

/** Managers' list of the changes of returns in their area that wait for a second signature. */
@Path("/return-changes")
@RolesAllowed(Role.MANAGER)
@Produces(MediaType.TEXT_HTML)
class ChangesResource {
    private final SecondSignatures seconds;
    private final PeopleService people;

    ChangesResource(SecondSignatures seconds, PeopleService people) {
        this.seconds = seconds;
        this.people = people;
    }

    /** The list of waiting changes. */
    @CheckedTemplate(basePath = "attendance/returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChangesPage(List<Row> rows) implements TemplateInstance {}

    /** A waiting change in the list; {@code schoolAlone} if it amends a visit, so that only the school can sign it. */
    record Row(
            String session, String school, String what, String wanted, String why, String since, boolean schoolAlone) {}

    @GET
    public TemplateInstance list() {
        return new ChangesPage(seconds.waitingIn(people.me()).stream()
                .map(each -> new Row(
                        each.session(),
                        each.school(),
                        each.what(),
                        Words.of(
                                each.withdrawal() ? "returns.wantsWithdrawn" : "returns.wantsAmended",
                                each.asked().name()),
                        each.why(),
                        TextFormat.longDay(each.asked().at()),
                        each.visit() && !each.withdrawal()))
                .toList());
    }
}
