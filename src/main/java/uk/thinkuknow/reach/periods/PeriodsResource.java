package uk.thinkuknow.reach.periods;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.reach.frozen.FrozenReach;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.MenuEntry;
import uk.thinkuknow.web.TableQuery;
import uk.thinkuknow.web.TableView;
import uk.thinkuknow.web.TextFields;

/**
 * Lists closed periods, closes them, records decisions, and serves briefs and their files, to users who see the whole
 * programme only.
 */
@Path("/periods")
@RolesAllowed({Role.MANAGER, Role.ADMINISTRATOR, Role.AUDITOR})
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        item = MenuEntry.Item.REACH,
        words = "menu.closedPeriods",
        place = 350,
        roles = {Role.MANAGER, Role.AUDITOR},
        when = MenuEntry.When.READS_PROGRAMME)
@TextFields(ofLines = "text")
class PeriodsResource {
    private static final int UNPROCESSABLE = 422;
    private static final TableQuery WHOLE_LIST = new TableQuery("/periods", Map.of());

    private final ClosedPeriodService closedPeriodService;
    private final BriefService briefService;
    private final PeriodPages pages;
    private final PeopleService people;
    private final Flash flash;

    PeriodsResource(
            ClosedPeriodService closedPeriodService,
            BriefService briefService,
            PeriodPages pages,
            PeopleService people,
            Flash flash) {
        this.closedPeriodService = closedPeriodService;
        this.briefService = briefService;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    /** The closed periods, and the periods that can be closed. */
    @CheckedTemplate(basePath = "reach/periods", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PeriodsPage(
            TableView periods,
            List<FrozenReach.Closable> open,
            boolean closes,
            @Nullable String problem) implements TemplateInstance {}

    /** The preview of a period's figures, with the form to freeze and sign them. */
    @CheckedTemplate(basePath = "reach/periods", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClosePage(
            String key,
            String words,
            BriefView brief,
            String typed,
            @Nullable String problem) implements TemplateInstance {}

    /** A closed period with its figures, adjustments and briefs. */
    @CheckedTemplate(basePath = "reach/periods", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PeriodPage(
            PeriodPages.Line period,
            BriefView figures,
            List<PeriodPages.AdjustmentView> adjustments,
            List<PeriodPages.BriefLine> briefs,
            PeriodPages.AllowedActs may,
            String typed,
            @Nullable String problem)
            implements TemplateInstance {}

    /** An issued brief, shown from its stored bytes. */
    @CheckedTemplate(basePath = "reach/periods", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BriefPage(PeriodPages.Line period, PeriodPages.BriefLine line, RawString article)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@Context UriInfo uri) {
        return pages.list(wholeProgramme(), null, TableQuery.of(uri));
    }

    /** Exports the list as shown. */
    @GET
    @Path("/csv")
    @Produces("text/csv")
    public Response export(@Context UriInfo uri) {
        wholeProgramme();
        return pages.csv(TableQuery.of(uri));
    }

    /** A preview of the figures before they are frozen and signed. */
    @GET
    @Path("/new")
    @RolesAllowed(Role.MANAGER)
    public Response look(@RestQuery @Nullable String period) {
        var me = wholeProgramme();
        try {
            return Response.ok(pages.preview(typed(period), "", null)).build();
        } catch (Refused e) {
            return wrong(pages.list(me, e.why(), WHOLE_LIST));
        }
    }

    @POST
    @RolesAllowed(Role.MANAGER)
    public Response close(@RestForm @Nullable String period, @RestForm @Nullable String text) {
        var me = manager();
        try {
            var closed = closedPeriodService.close(me, typed(period), typed(text));
            return flash.seeOther("/periods/" + closed.publicId(), Words.of("periods.closeDone"));
        } catch (Refused e) {
            return wrong(pages.list(me, e.why(), WHOLE_LIST));
        }
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath String id) {
        return pages.period(wholeProgramme(), id, "", null);
    }

    @POST
    @Path("/{id}/decide")
    @RolesAllowed(Role.MANAGER)
    public Response decide(@RestPath String id, @RestForm @Nullable String decision, @RestForm @Nullable String text) {
        var me = manager();
        return done(me, id, typed(text), () -> {
            if ("approve".equals(decision)) {
                closedPeriodService.approve(me, id);
                return Words.of("periods.approvedForGood");
            }
            if ("refuse".equals(decision)) {
                closedPeriodService.refuse(me, id, typed(text));
                return Words.of("periods.refusedAnew");
            }
            throw new Refused("periods.choose");
        });
    }

    @POST
    @Path("/{id}/derive")
    @RolesAllowed({Role.MANAGER, Role.AUDITOR})
    public Response derive(@RestPath String id) {
        var me = wholeProgramme();
        return done(me, id, "", () -> {
            if (closedPeriodService.recount(me, id)) {
                return Words.of("periods.recounted");
            }
            throw new Refused("periods.notSame");
        });
    }

    @POST
    @Path("/{id}/look")
    @RolesAllowed(Role.MANAGER)
    public Response adjust(@RestPath String id) {
        var me = manager();
        return done(
                me,
                id,
                "",
                () -> Words.of(
                        closedPeriodService.adjust(id).isPresent() ? "periods.returnsChanged" : "periods.noChange"));
    }

    @POST
    @Path("/{id}/briefs")
    @RolesAllowed(Role.MANAGER)
    public Response issue(@RestPath String id, @RestForm @Nullable String text) {
        var me = manager();
        try {
            var brief = briefService.issue(me, id, typed(text));
            return flash.seeOther("/periods/" + id + "/briefs/" + brief.number(), Words.of("periods.issued"));
        } catch (Refused e) {
            return wrong(pages.period(me, id, typed(text), e.why()));
        }
    }

    @GET
    @Path("/{id}/briefs/{number}")
    public TemplateInstance brief(@RestPath String id, @RestPath int number) {
        wholeProgramme();
        var kept = pages.brief(id, number);
        return new BriefPage(
                kept.period(),
                kept.line(),
                new RawString(new String(kept.brief().page(), StandardCharsets.UTF_8)));
    }

    /** The PDF exactly as issued. */
    @GET
    @Path("/{id}/briefs/{number}/brief.pdf")
    @Produces({"application/pdf", MediaType.TEXT_HTML})
    public Response pdf(@RestPath String id, @RestPath int number) {
        wholeProgramme();
        var kept = pages.brief(id, number);
        return file(kept.brief().pdf(), "application/pdf", name(kept, "pdf"));
    }

    @GET
    @Path("/{id}/briefs/{number}/tables.ods")
    @Produces({"application/vnd.oasis.opendocument.spreadsheet", MediaType.TEXT_HTML})
    public Response ods(@RestPath String id, @RestPath int number) {
        wholeProgramme();
        var kept = pages.brief(id, number);
        return file(
                FiguresExporter.ods(kept.figures(), kept.brief().hash()),
                "application/vnd.oasis.opendocument.spreadsheet",
                name(kept, "ods"));
    }

    @GET
    @Path("/{id}/briefs/{number}/tables.csv")
    @Produces({"text/csv", MediaType.TEXT_HTML})
    public Response csv(@RestPath String id, @RestPath int number) {
        wholeProgramme();
        var kept = pages.brief(id, number);
        return file(FiguresExporter.csv(kept.figures()), "text/csv;charset=utf-8", name(kept, "csv"));
    }

    /** The canonical JSON of the figures; its SHA-256 is the hash of the brief. */
    @GET
    @Path("/{id}/briefs/{number}/figures.json")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public Response json(@RestPath String id, @RestPath int number) {
        wholeProgramme();
        var kept = pages.brief(id, number);
        return file(kept.json().getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON, name(kept, "json"));
    }

    /** An act on a closed period; returns the message shown after it. */
    private interface Act {
        String run();
    }

    private Response done(StaffMember me, String id, String typed, Act act) {
        try {
            return flash.seeOther("/periods/" + id, act.run());
        } catch (Refused e) {
            return wrong(pages.period(me, id, typed, e.why()));
        }
    }

    /** The manager of the whole programme; one of an area who is an auditor, too, reads its figures but changes nothing. */
    private StaffMember manager() {
        var me = people.me();
        if (!me.scope().isProgramme()) {
            throw new NotFound();
        }
        return me;
    }

    /** Users who see only a part of the programme get 404. */
    private StaffMember wholeProgramme() {
        var me = people.me();
        if (!me.reads().isProgramme()) {
            throw new NotFound();
        }
        return me;
    }

    private static Response wrong(TemplateInstance page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }

    private static String name(PeriodPages.IssuedBrief kept, String ending) {
        return "brief-%s-%d.%s".formatted(kept.period().key(), kept.brief().number(), ending);
    }

    private static Response file(Object content, String type, String name) {
        return Response.ok(content)
                .type(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static String typed(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
