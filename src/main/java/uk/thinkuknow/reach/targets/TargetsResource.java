package uk.thinkuknow.reach.targets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.reach.targets.TargetPages.Notes;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.MenuEntry;
import uk.thinkuknow.web.TextFields;

/** Shows the table of targets, and lets managers type, paste or copy numbers and propose them to a second manager. */
@Path("/targets")
@RolesAllowed({Role.MANAGER, Role.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        item = MenuEntry.Item.REACH,
        words = "menu.targets",
        place = 320,
        roles = {Role.MANAGER, Role.AUDITOR})
@TextFields(ofLines = {"text", "why"})
class TargetsResource {
    private static final int UNPROCESSABLE = 422;

    private final TargetService targets;
    private final TargetGrids grids;
    private final TargetPages pages;
    private final TargetProposalPages histories;
    private final Flash flash;

    TargetsResource(
            TargetService targets, TargetGrids grids, TargetPages pages, TargetProposalPages histories, Flash flash) {
        this.targets = targets;
        this.grids = grids;
        this.pages = pages;
        this.histories = histories;
        this.flash = flash;
    }

    /** The table of targets as a form. */
    @CheckedTemplate(basePath = "reach/targets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TargetsPage(TargetGrid grid, TargetPages.Choices choices, Notes notes, boolean may, long waiting)
            implements TemplateInstance {}

    /** The form for pasting a table. */
    @CheckedTemplate(basePath = "reach/targets", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TargetsPastePage(
            TargetPages.PasteForm pasting,
            List<FormError> errors,
            @Nullable String wrong,
            String text) implements TemplateInstance {}

    @GET
    public Response show(
            @BeanParam TargetTableQuery.Parameters asked,
            @RestQuery @Nullable String factor,
            @RestQuery @Nullable Integer unit) {
        var view = pages.view(asked);
        var matching = grids.matching(view);
        var shown = TargetGrids.page(matching, view);
        if (factor == null) {
            return Response.ok(pages.table(grids.grid(view, matching, shown, Map.of()), Notes.NONE))
                    .build();
        }
        try {
            var copy = pages.copy(view, shown, factor, unit == null ? 1 : unit);
            var notes = Notes.filled(copy.sentence(), factor, unit == null ? 1 : unit);
            return Response.ok(pages.table(grids.grid(view, matching, shown, copy.typed()), notes))
                    .build();
        } catch (Refused e) {
            var notes = Notes.wrong(Words.of("targets.nothingCopied"), List.of(new FormError("factor", e.why())), "");
            return refused(pages.table(grids.grid(view, matching, shown, Map.of()), notes));
        }
    }

    @POST
    @RolesAllowed(Role.MANAGER)
    public Response propose(@BeanParam TargetTableQuery.Parameters asked, MultivaluedMap<String, String> form) {
        var view = pages.view(asked);
        var typed = new LinkedHashMap<String, String>();
        form.forEach((name, values) -> typed.put(name, values.getFirst()));
        var why = typed.getOrDefault("why", "");
        var changed = grids.changed(view, typed);
        var grid = grid(view, typed, changed);
        if (grid.hasErrors()) {
            return refused(pages.table(grid, Notes.wrong(kept(), TargetPages.problems(grid), why)));
        }
        try {
            var id = targets.propose(grids.wanted(view, typed), why);
            return flash.seeOther("/targets/proposals/" + id, Words.of("targets.proposed"));
        } catch (TargetsChangedMeanwhile e) {
            var news = e.what().stream()
                    .map(each -> new FormError("targets", each))
                    .toList();
            return refused(pages.table(grid(view, typed, changed), Notes.wrong(e.why(), news, why)));
        } catch (Refused e) {
            return refused(pages.table(grid, Notes.wrong(kept(), List.of(new FormError("why", e.why())), why)));
        }
    }

    @GET
    @Path("csv")
    @Produces("text/csv")
    public Response csv(@BeanParam TargetTableQuery.Parameters asked) {
        var view = pages.view(asked);
        var text = TargetCsv.csv(view, grids.matching(view), targets.inForce(view.year(), view.measure()));
        return Response.ok(text, "text/csv;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + view.fileName() + ".csv\"")
                .build();
    }

    @GET
    @Path("paste")
    @RolesAllowed(Role.MANAGER)
    public TemplateInstance paste(@BeanParam TargetTableQuery.Parameters asked) {
        var view = pages.view(asked);
        grids.mine(view);
        return new TargetsPastePage(TargetPages.pasting(view), List.of(), null, "");
    }

    @POST
    @Path("paste")
    @RolesAllowed(Role.MANAGER)
    public Response readPasted(@BeanParam TargetTableQuery.Parameters asked, @RestForm @Nullable String text) {
        var view = pages.view(asked).withoutSearch();
        var typed = text == null ? "" : text;
        var read = TargetCsv.read(typed, view, grids.mine(view));
        var pasted = pages.pasted(view, read);
        if (!pasted.wrong().isEmpty()) {
            var errors = pasted.wrong().stream()
                    .map(each -> new FormError("text", each))
                    .toList();
            var wrong = Words.of("targets.pasteWrong", errors.size());
            return refused(new TargetsPastePage(TargetPages.pasting(view), errors, wrong, typed));
        }
        var grid = grids.grid(view, pasted.areas(), pasted.areas(), read.typed());
        return Response.ok(pages.table(grid, Notes.filled(pasted.sentence(grid.changes()))))
                .build();
    }

    @GET
    @Path("history")
    public TemplateInstance history(@BeanParam TargetTableQuery.Parameters asked, @RestQuery @Nullable String area) {
        if (area == null) {
            throw new NotFound();
        }
        return histories.history(pages.view(asked), area);
    }

    private TargetGrid grid(TargetTableQuery view, Map<String, String> form, Map<String, String> changed) {
        var sent = grids.sent(view, form);
        return grids.grid(view.onPage(1), sent, sent, changed);
    }

    private static String kept() {
        return Words.of("targets.keepMine");
    }

    private static Response refused(TemplateInstance page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
