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
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.session.Teachings;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonSearch;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.MenuEntry;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;

/** The studio's door: what is being written, and how one begins. */
@Path("/studio")
@PathTraits(value = Trait.IN_FRAMES, paths = "/studio/")
@RolesAllowed({Role.TRAINER, Role.REVIEWER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
@MenuEntry(
        words = "Studio",
        place = 880,
        roles = {Role.TRAINER, Role.REVIEWER, Role.MANAGER, Role.ADMINISTRATOR},
        startOf = Role.REVIEWER)
class StudioResource {
    private final Beginning beginning;
    private final DraftPages pages;
    private final CurriculumService curriculum;
    private final Teachings teachings;
    private final PeopleService people;
    private final Flash flash;

    StudioResource(
            Beginning beginning,
            DraftPages pages,
            CurriculumService curriculum,
            Teachings teachings,
            PeopleService people,
            Flash flash) {
        this.beginning = beginning;
        this.pages = pages;
        this.curriculum = curriculum;
        this.teachings = teachings;
        this.people = people;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StudioPage(
            boolean writes,
            boolean opens,
            List<DraftPages.DraftHead> waiting,
            List<DraftPages.DraftHead> drafts,
            LessonSearch search,
            List<Line> lessons,
            List<Line> withdrawn)
            implements TemplateInstance {}

    /**
     * A published lesson, of which a new version can be begun.
     *
     * @param welsh how far it is in Welsh, in per cent; 0 if nobody has begun
     * @param taught how many sessions were started with it, whatever the version
     */
    record Line(
            String key,
            String title,
            String ages,
            String language,
            int steps,
            int version,
            int welsh,
            long taught,
            boolean reviewed,
            boolean locked) {}

    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewPage(String typed, String band, @Nullable String problem) implements TemplateInstance {}

    /** {@code ?words=} and {@code ?band=} narrow the list of what is published. */
    @GET
    public TemplateInstance list(
            @RestQuery @Nullable String words, @RestQuery @Nullable String band, @RestQuery int page) {
        var me = people.me();
        var all = pages.open(me);
        var search = curriculum.search(
                Objects.requireNonNullElse(words, "").strip(), Objects.requireNonNullElse(band, ""), page);
        return new StudioPage(
                writes(me),
                Locks.opens(me),
                all.stream().filter(draft -> waits(draft, me)).toList(),
                all.stream().filter(draft -> !waits(draft, me)).toList(),
                search,
                lines(search.shown()),
                search.isNarrowed() || !search.isLast() ? List.of() : lines(curriculum.withdrawn()));
    }

    private List<Line> lines(List<PublishedModule> modules) {
        var versions = modules.stream()
                .collect(Collectors.toMap(PublishedModule::key, module -> curriculum.versionsOf(module.key())));
        var taught = teachings.timesTaught(
                versions.values().stream().flatMap(List::stream).toList());
        return modules.stream()
                .map(module -> new Line(
                        module.key(),
                        module.lesson().title(),
                        module.lesson().band().replace('-', '–'),
                        module.lesson().language().equals("cy") ? "Welsh" : "English",
                        module.lesson().steps().size(),
                        module.number(),
                        curriculum.welshPercent(module.versionId()),
                        versions.getOrDefault(module.key(), List.of()).stream()
                                .mapToLong(version -> taught.getOrDefault(version, 0L))
                                .sum(),
                        module.reviewed(),
                        module.lesson().whose().locked()))
                .toList();
    }

    @GET
    @Path("/new")
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public TemplateInstance begin() {
        return new NewPage("", "", null);
    }

    @POST
    @Path("/drafts")
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response begin(
            @RestForm @Nullable String title, @RestForm @Nullable String band, @RestForm @Nullable String language) {
        var typed = Objects.requireNonNullElse(title, "").strip();
        var ages = Objects.requireNonNullElse(band, "");
        try {
            var draft = beginning.begin(people.me(), typed, ages, Objects.requireNonNullElse(language, "en"));
            return Response.seeOther(URI.create("/studio/drafts/" + draft.publicId() + "/lesson"))
                    .build();
        } catch (Refused e) {
            return Response.status(422)
                    .entity(new NewPage(typed, ages, e.why()))
                    .build();
        }
    }

    @POST
    @Path("/modules/{key}/next")
    @RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
    public Response next(@RestPath String key) {
        var me = people.me();
        var begun = beginning.next(me, key);
        var address = "/studio/drafts/" + begun.draft().publicId();
        if (!begun.there()) {
            return Response.seeOther(URI.create(address)).build();
        }
        var by = begun.draft().changedBy();
        return flash.seeOther(
                address,
                (by == me.id() ? "You are" : people.nameOf(by) + " is")
                        + " at the next version of this lesson already. A lesson has one draft at a time: this is it.");
    }

    private static boolean writes(StaffMember me) {
        return me.is(Role.TRAINER) || me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR);
    }

    /**
     * Is it her turn? A reviewer's where it is in review, she wrote none of it and it was passed on to nobody else; whoever
     * publishes, where it is approved and no day is set; an author's, where changes were asked for.
     */
    private static boolean waits(DraftPages.DraftHead draft, StaffMember me) {
        return switch (draft.state()) {
            case SAFEGUARDING, LANGUAGE ->
                me.is(Role.REVIEWER)
                        && !draft.mine()
                        && (draft.reviewer() == null || DraftPages.YOU.equals(draft.reviewer()));
            case APPROVED -> (me.is(Role.MANAGER) || me.is(Role.ADMINISTRATOR)) && draft.planned() == null;
            case DRAFT -> draft.mine() && draft.sentBackBy() != null;
            case PUBLISHED, DISCARDED -> false;
        };
    }
}
