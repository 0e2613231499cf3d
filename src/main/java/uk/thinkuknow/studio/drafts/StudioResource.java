package uk.thinkuknow.studio.drafts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.library.FileRoom;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormOption;
import uk.thinkuknow.web.MenuEntry;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;

/** The studio's start page, the form to begin a new lesson, and the action to begin a lesson's next version. */
@Path("/studio")
@PathTraits(value = Trait.IN_FRAMES, paths = "/studio/")
@RolesAllowed({Role.TRAINER, Role.REVIEWER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        item = MenuEntry.Item.LESSONS,
        words = "menu.studio",
        place = 520,
        roles = {Role.TRAINER, Role.REVIEWER, Role.MANAGER, Role.ADMINISTRATOR})
class StudioResource {
    private final DraftCreator draftCreator;
    private final StudioPages pages;
    private final PeopleService people;
    private final Flash flash;
    private final FileRoom room;

    StudioResource(DraftCreator draftCreator, StudioPages pages, PeopleService people, Flash flash, FileRoom room) {
        this.room = room;
        this.draftCreator = draftCreator;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    /** The form to begin a new lesson, with the reason if it was refused. */
    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewPage(
            String typed, List<FormOption> bands, @Nullable String problem) implements TemplateInstance {}

    /** Shows the start page; {@code ?words=} and {@code ?band=} filter the published lessons. */
    @GET
    public TemplateInstance list(
            @RestQuery @Nullable String words, @RestQuery @Nullable String band, @RestQuery int page) {
        return pages.show(
                people.me(), Objects.requireNonNullElse(words, "").strip(), Objects.requireNonNullElse(band, ""), page);
    }

    @GET
    @Path("/new")
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public TemplateInstance begin() {
        return new NewPage("", bands(""), null);
    }

    private List<FormOption> bands(String chosen) {
        return draftCreator.bands().stream()
                .map(band -> new FormOption(band, band.replace('-', '–'), band.equals(chosen)))
                .toList();
    }

    @POST
    @Path("/drafts")
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response begin(
            @RestForm @Nullable String title, @RestForm @Nullable String band, @RestForm @Nullable String language) {
        var typed = Objects.requireNonNullElse(title, "").strip();
        var ages = Objects.requireNonNullElse(band, "");
        try {
            var draft = draftCreator.begin(people.me(), typed, ages, Objects.requireNonNullElse(language, "en"));
            return Response.seeOther(URI.create("/studio/drafts/" + draft.publicId() + "/lesson"))
                    .build();
        } catch (Refused e) {
            return Response.status(422)
                    .entity(new NewPage(typed, bands(ages), e.why()))
                    .build();
        }
    }

    @POST
    @Path("/modules/{key}/next")
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response next(@RestPath String key) {
        var me = people.me();
        DraftCreator.CreatedDraft begun;
        try (var _ = room.forFolder(me)) {
            begun = draftCreator.next(me, key);
        }
        var address = "/studio/drafts/" + begun.draft().publicId();
        if (!begun.there()) {
            return Response.seeOther(URI.create(address)).build();
        }
        var by = begun.draft().changedBy();
        return flash.seeOther(
                address,
                by == me.id() ? Words.of("drafts.youAreAtNext") : Words.of("drafts.isAtNext", people.nameOf(by)));
    }
}
