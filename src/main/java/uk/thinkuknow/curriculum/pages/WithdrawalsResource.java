package uk.thinkuknow.curriculum.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.library.WithdrawalInForce;
import uk.thinkuknow.curriculum.library.WithdrawalService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.MenuEntry;

/** The lessons that are out of use, with the second signature or the decision that some wait for. */
@Path("/withdrawals")
@RolesAllowed({Role.MANAGER, Role.ADMINISTRATOR, Role.REVIEWER})
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        item = MenuEntry.Item.LESSONS,
        words = "menu.withdrawals",
        place = 540,
        roles = {Role.MANAGER, Role.ADMINISTRATOR, Role.REVIEWER})
class WithdrawalsResource {
    private final WithdrawalService withdrawals;
    private final SchoolService schools;
    private final PeopleService people;
    private final Flash flash;

    WithdrawalsResource(WithdrawalService withdrawals, SchoolService schools, PeopleService people, Flash flash) {
        this.withdrawals = withdrawals;
        this.schools = schools;
        this.people = people;
        this.flash = flash;
    }

    /** The page, with those that wait before the others. */
    @CheckedTemplate(basePath = "curriculum/pages", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WithdrawalsPage(List<Row> waiting, List<Row> kept) implements TemplateInstance {}

    /**
     * A lesson that is out of use.
     *
     * @param key the lesson's key
     * @param area where it is so now, and where it is wanted
     * @param said who withdrew it, when and why
     * @param waits what it waits for
     */
    record Row(
            String id,
            String key,
            String title,
            String area,
            String said,
            String waits,
            WithdrawalInForce.Rights viewer) {}

    @GET
    public TemplateInstance list() {
        var all = withdrawals.inForce(people.me());
        return new WithdrawalsPage(
                all.stream()
                        .filter(each -> each.viewer().isWaiting())
                        .map(this::row)
                        .toList(),
                all.stream()
                        .filter(each -> !each.viewer().isWaiting())
                        .map(this::row)
                        .toList());
    }

    @POST
    @Path("/{id}/keep")
    public Response keep(@RestPath PublicId id) {
        try {
            withdrawals.keep(people.me(), id);
            return flash.seeOther("/withdrawals", Words.of("pages.kept"));
        } catch (Refused e) {
            return flash.seeOtherNotDone("/withdrawals", e.why());
        }
    }

    @POST
    @Path("/{id}/restore")
    public Response restore(@RestPath PublicId id) {
        try {
            withdrawals.restore(people.me(), id);
            return flash.seeOther("/withdrawals", Words.of("pages.lessonRestored"));
        } catch (Refused e) {
            return flash.seeOtherNotDone("/withdrawals", e.why());
        }
    }

    private Row row(WithdrawalInForce each) {
        return new Row(
                each.id().value(),
                each.module().key(),
                each.module().lesson().title(),
                Words.of(
                        "pages.whereOut",
                        schools.nameOf(each.area()),
                        each.wish().everywhere() && !each.area().isProgramme()),
                Words.of(
                        "pages.saidBy",
                        each.said().by(),
                        TextFormat.day(each.said().at()),
                        each.said().why()),
                waits(each),
                each.viewer());
    }

    /** What a withdrawal waits for, or who has signed it. */
    static String waits(WithdrawalInForce each) {
        var signed = each.viewer().signedBy();
        if (signed != null) {
            return Words.of("pages.signed", signed);
        }
        var ends = each.endsAt();
        return ends == null ? Words.of("pages.reviewerDecides") : Words.of("pages.waitsFor", London.inWords(ends));
    }
}
