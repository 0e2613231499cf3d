package uk.thinkuknow.schools.calendars;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormError;

/** The page of a school's roll, on which managers of its area record it with date and source. */
@Path("/schools/{id}/roll")
@RolesAllowed(Role.MANAGER)
@Produces(MediaType.TEXT_HTML)
class RollResource {
    private final RollService rolls;
    private final PeopleService people;
    private final Flash flash;

    RollResource(RollService rolls, PeopleService people, Flash flash) {
        this.rolls = rolls;
        this.people = people;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "schools/calendars", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RollPage(RollHead head, List<RollRow> rows, RollFormView form) implements TemplateInstance {}

    /** The form that records a roll, as typed, and what is wrong with it. */
    record RollFormView(RollForm typed, List<FormError> errors) {
        public @Nullable String error(String field) {
            return FormError.of(errors, field);
        }
    }

    /**
     * The school and the roll that counts today.
     *
     * @param now the roll in words; null if it is unknown
     * @param leftOut whether its register leaves children out
     */
    record RollHead(String id, String name, @Nullable String now, boolean leftOut, String today) {}

    /** A record of the roll; the tag says which one counts today and which say nothing, and is empty for the others. */
    record RollRow(String day, String roll, String source, String by, String tag, String tone) {}

    @GET
    public TemplateInstance show(@PathParam("id") PublicId id) {
        return page(id, RollForm.EMPTY, List.of());
    }

    @POST
    public Response add(@PathParam("id") PublicId id, @BeanParam RollForm typed) {
        var problems = typed.problems();
        if (problems.isEmpty()) {
            try {
                var waits = rolls.add(people.me(), id, typed.day(), typed.number(), typed.from());
                return flash.seeOther(
                        "/schools/" + id + "/roll", Words.of(waits ? "calendars.rollWaits" : "calendars.rollRecorded"));
            } catch (Refused e) {
                problems = List.of(new FormError("asOf", e.why()));
            }
        }
        return Flash.again(page(id, typed, problems));
    }

    private RollPage page(PublicId id, RollForm typed, List<FormError> errors) {
        var sheet = rolls.sheet(people.me(), id);
        var history = sheet.history();
        var now = sheet.now();
        return new RollPage(
                new RollHead(
                        id.value(),
                        sheet.school().name(),
                        now == null ? null : rollNow(now, history.records().contains(now)),
                        history.registerLeavesOut(),
                        sheet.today().toString()),
                history.records().stream()
                        .map(each -> row(each, each.equals(now), history))
                        .toList(),
                new RollFormView(typed, errors));
    }

    private static String rollNow(RollRecord now, boolean own) {
        if (now.asOf() == null && own) {
            return Words.of("calendars.rollNoDay", now.roll(), now.source());
        }
        return Words.of(own ? "calendars.rollNow" : "calendars.rollOfPredecessor", now.roll(), day(now), now.source());
    }

    private static RollRow row(RollRecord each, boolean counts, RollHistory history) {
        return new RollRow(
                day(each),
                TextFormat.number(each.roll()),
                each.source(),
                each.recordedAt() == null
                        ? ""
                        : Words.of("calendars.rollBy", each.recordedBy(), TextFormat.time(each.recordedAt())),
                counts ? Words.of("calendars.countsToday") : tag(each, history),
                counts ? "green" : history.waits(each) ? "orange" : "grey");
    }

    private static String tag(RollRecord each, RollHistory history) {
        if (history.waits(each)) {
            return Words.of("calendars.waitsForManager");
        }
        return history.isKnown(each) ? "" : Words.of("calendars.saysNothing");
    }

    private static String day(RollRecord each) {
        return each.asOf() == null ? Words.of("calendars.noDay") : TextFormat.day(each.asOf());
    }
}
