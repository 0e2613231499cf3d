package uk.thinkuknow.classroom.worry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.operations.mail.SenderAddress;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.MenuEntry;
import uk.thinkuknow.web.PageLinks;
import uk.thinkuknow.web.TextFields;

/**
 * Lists the worries of a safeguarding lead's schools, shows one, and lets the lead open it, take charge of it, note
 * something on it, close it or take the closing back.
 */
@Path("/worries")
@RolesAllowed(Role.DSL)
@Produces(MediaType.TEXT_HTML)
@MenuEntry(item = MenuEntry.Item.WORRIES, words = "menu.worries", place = 200, roles = Role.DSL)
@TextFields(ofLines = "text")
class WorriesResource {
    private static final int ON_A_PAGE = 30;
    /** Every unread worry is on the first page; more devices than this have never sent one. */
    private static final int UNREAD_AT_MOST = 300;

    private static final Set<Worry.State> UNREAD = Set.of(Worry.State.NEW);
    private static final Set<Worry.State> IN_HAND = Set.of(Worry.State.READ, Worry.State.TAKEN);
    private static final Set<Worry.State> CLOSED = Set.of(Worry.State.CLOSED);

    private final WorryBox box;
    private final WorryPages pages;
    private final SenderAddress sender;
    private final PeopleService people;
    private final Flash flash;

    WorriesResource(WorryBox box, WorryPages pages, SenderAddress sender, PeopleService people, Flash flash) {
        this.box = box;
        this.pages = pages;
        this.sender = sender;
        this.people = people;
        this.flash = flash;
    }

    /** The unread worries, then either the closed ones or those that are opened but not closed. */
    @CheckedTemplate(basePath = "classroom/worry", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WorriesPage(
            List<WorryPages.DeviceRow> unread,
            List<WorryPages.DeviceRow> rows,
            boolean closed,
            Counts counts,
            PageLinks pages,
            Box box)
            implements TemplateInstance {}

    /** Numbers of worries that are unread, opened but not closed, and closed. */
    record Counts(long unread, long open, long closed) {}

    /** What the list says about the worry box: whether worries can be sent, and whether email is set up. */
    record Box(boolean ready, boolean mail) {}

    @GET
    public TemplateInstance list(@RestQuery @DefaultValue("open") String show, @RestQuery int page) {
        var me = people.me();
        var closed = show.equals("closed");
        var states = closed ? CLOSED : IN_HAND;
        var counts = new Counts(box.unread(me), box.count(me, IN_HAND), box.count(me, CLOSED));
        int of = (int) Math.max(1, (box.countDevices(me, states) + ON_A_PAGE - 1) / ON_A_PAGE);
        var several = box.leadsSeveral(me);
        int shown = Math.clamp(page, 1, of);
        return new WorriesPage(
                pages.rows(box.list(me, UNREAD, 0, UNREAD_AT_MOST), several),
                pages.rows(box.list(me, states, shown - 1, ON_A_PAGE), several),
                closed,
                counts,
                PageLinks.of("/worries?show=" + (closed ? "closed" : "open") + "&", shown, of),
                new Box(box.isReady(), sender.isSetUp()));
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(@RestPath String id) {
        var me = people.me();
        return page(me, new PublicId(id), WorryPages.RefusedForm.NOTHING);
    }

    private TemplateInstance page(StaffMember me, PublicId worry, WorryPages.RefusedForm typed) {
        var listed = box.withoutWords(me, worry);
        var several = box.leadsSeveral(me);
        return listed.worry().state() == Worry.State.NEW
                ? pages.unread(listed, several)
                : pages.read(box.read(me, worry), several, me.name(), typed);
    }

    /** A POST and not a link: a page that a browser fetches ahead must not stop the reminders (ADR 27). */
    @POST
    @Path("{id}/open")
    public Response open(@RestPath String id) {
        return act(id, "", "worries.opened", "", box::open);
    }

    @POST
    @Path("{id}/take")
    public Response take(@RestPath String id) {
        return act(id, "", "worries.taken", "", box::take);
    }

    @POST
    @Path("{id}/note")
    public Response note(@RestPath String id, @RestForm @Nullable String text) {
        var note = text == null ? "" : text;
        return act(id, "note", "worries.noted", note, (me, worry) -> box.note(me, worry, note));
    }

    @POST
    @Path("{id}/swapped")
    public Response swapped(@RestPath String id) {
        return act(id, "", "worries.notedSwapped", "", box::recordSwappedCards);
    }

    @POST
    @Path("{id}/close")
    public Response close(@RestPath String id, @RestForm @Nullable String recorded, @RestForm @Nullable String by) {
        var recorder = by == null ? "" : by;
        return act(
                id,
                "close",
                "worries.closedNow",
                recorder,
                (me, worry) -> box.close(me, worry, recorded != null, recorder));
    }

    @POST
    @Path("{id}/reopen")
    public Response reopen(@RestPath String id) {
        return act(id, "", "worries.openAgain", "", box::reopen);
    }

    private Response act(String id, String form, String done, String typed, BiConsumer<StaffMember, PublicId> act) {
        var me = people.me();
        var worry = new PublicId(id);
        try {
            act.accept(me, worry);
            return flash.seeOther("/worries/" + worry, Words.of(done));
        } catch (Refused e) {
            return Response.status(422)
                    .entity(page(me, worry, new WorryPages.RefusedForm(form, e.why(), typed)))
                    .build();
        }
    }
}
