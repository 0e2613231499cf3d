package uk.thinkuknow.attendance.confirmation;

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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.confirmation.ConfirmationDesk.Confirmed;
import uk.thinkuknow.attendance.returns.WaitingReturn;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.Home;
import uk.thinkuknow.web.MenuEntry;
import uk.thinkuknow.web.TextFields;

/**
 * Pages of returns that wait for a second person: the list, on which several are confirmed at once, and one return with
 * what is needed to decide. Auditors read them.
 */
@Path("/returns-to-confirm")
@RolesAllowed({Role.TEACHER, Role.DSL, Role.MANAGER})
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = {"why", "note"})
@MenuEntry(item = MenuEntry.Item.RETURNS, words = "menu.toConfirm", place = 420, roles = Role.MANAGER)
class ConfirmationResource {
    private static final String LIST = "/returns-to-confirm";

    private final ConfirmationDesk desk;
    private final PeopleService people;
    private final Flash flash;

    ConfirmationResource(ConfirmationDesk desk, PeopleService people, Flash flash) {
        this.desk = desk;
        this.people = people;
        this.flash = flash;
    }

    @GET
    @RolesAllowed({Role.TEACHER, Role.DSL, Role.MANAGER, Role.AUDITOR})
    public TemplateInstance list(@RestQuery boolean late, @RestQuery int page) {
        return desk.list(people.me(), late, page, null);
    }

    /** Confirms the chosen returns. */
    @POST
    @Path("/confirm")
    public Response confirm(@RestForm("return") @Nullable List<String> chosen, @RestForm boolean late) {
        var me = people.me();
        if (chosen == null || chosen.isEmpty()) {
            return Flash.again(desk.list(me, late, 1, Words.of("confirmation.chooseSome")));
        }
        try {
            return confirmed(
                    late ? LIST + "?late=true" : LIST,
                    desk.confirm(me, chosen.stream().map(WaitingReturn.Seen::of).toList()));
        } catch (Refused e) {
            return Response.status(409).entity(desk.list(me, late, 1, e.why())).build();
        }
    }

    @GET
    @Path("/{session}")
    @RolesAllowed({Role.TEACHER, Role.TRAINER, Role.DSL, Role.MANAGER, Role.AUDITOR})
    public Response one(@PathParam("session") PublicId session) {
        return desk.one(people.me(), session)
                .map(page -> Response.ok(page).build())
                .orElseGet(this::answered);
    }

    /** Confirms a return or sends it back, as the person answers. */
    @POST
    @Path("/{session}/answer")
    public Response answer(@PathParam("session") PublicId session, @BeanParam AnswerForm form) {
        var me = people.me();
        if (!form.errors().isEmpty()) {
            return desk.again(me, session, form).map(Flash::again).orElseGet(this::answered);
        }
        try {
            if (form.confirms()) {
                return confirmed(LIST, desk.confirm(me, List.of(form.seen(session))));
            }
            desk.sendBack(me, form.seen(session), form.reason());
            return flash.seeOther(LIST, Words.of("confirmation.sentBack"));
        } catch (Refused e) {
            return flash.seeOtherNotDone(LIST, e.why());
        }
    }

    /** Stores the signer's note for the person who confirms. */
    @POST
    @Path("/{session}/note")
    @RolesAllowed({Role.TEACHER, Role.TRAINER})
    public Response note(@PathParam("session") PublicId session, @RestForm @Nullable String note) {
        var typed = note == null ? "" : note.strip();
        var back = "/sessions/" + session + "/return";
        try {
            return desk.note(people.me(), session, typed)
                    .map(Flash::again)
                    .orElseGet(() -> flash.seeOther(
                            back, Words.of(typed.isEmpty() ? "confirmation.noNote" : "confirmation.noteKept")));
        } catch (Refused e) {
            return flash.seeOtherNotDone(back, e.why());
        }
    }

    private Response answered() {
        return flash.seeOtherNotDone(Home.PATH, Words.of("confirmation.answered"));
    }

    private Response confirmed(String page, Confirmed confirmed) {
        var gone = confirmed.gone().isEmpty()
                ? ""
                : Words.of(
                        "confirmation.gone",
                        TextFormat.list(confirmed.gone()),
                        confirmed.gone().size());
        if (confirmed.returns() == 0) {
            return flash.seeOtherNotDone(page, gone);
        }
        return flash.seeOther(
                page, Words.of("confirmation.confirmed", confirmed.returns(), confirmed.children(), gone));
    }
}
