package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.library.FileRoom;
import uk.thinkuknow.curriculum.library.LessonFiles;
import uk.thinkuknow.exchange.formats.LessonExporter;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.studio.forms.FormConverter;
import uk.thinkuknow.studio.forms.SubmittedForm;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.FormError;
import uk.thinkuknow.web.TextFields;

/**
 * The page with a draft's pictures and recordings: lists and removes files and edits their credits.
 * {@link UploadResource} adds files.
 */
@Path("/studio/drafts/{id}")
@RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = SubmittedForm.PREFIX)
class FilesResource {
    static final String CROSSED = Words.of("drafts.creditsCrossed");

    private final DraftEditor draftEditor;
    private final DraftHeaders heads;
    private final PeopleService people;
    private final Flash flash;
    private final LessonFiles files;
    private final FileRoom room;

    FilesResource(
            DraftEditor draftEditor,
            DraftHeaders heads,
            PeopleService people,
            Flash flash,
            LessonFiles files,
            FileRoom room) {
        this.files = files;
        this.room = room;
        this.draftEditor = draftEditor;
        this.heads = heads;
        this.people = people;
        this.flash = flash;
    }

    /** The page of a draft's files and credits. */
    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FilesPage(
            DraftHeaders.DraftHeader draft,
            @Nullable RequestingStep step,
            List<FileLine> files,
            Credits.View credits,
            List<FormError> errors)
            implements TemplateInstance {}

    /** The step from which the author came to the page of files, to add a file for it. */
    record RequestingStep(String key, String words) {}

    /** A file of the draft, its size, and the places that use it. */
    record FileLine(String name, String size, boolean picture, List<String> usedIn) {
        public String uses() {
            return String.join(", ", usedIn);
        }
    }

    @GET
    @Path("/files")
    @RolesAllowed({Role.TRAINER, Role.REVIEWER, Role.MANAGER, Role.ADMINISTRATOR})
    public TemplateInstance list(@RestPath String id, @RestQuery @Nullable String step) {
        return page(id, step, List.of(), null, null);
    }

    @POST
    @Path("/files/remove")
    public Response remove(@RestPath String id, @RestForm @Nullable String name, @RestForm @Nullable String step) {
        draftEditor.removeFile(people.me(), id, Objects.requireNonNullElse(name, ""));
        return flash.seeOther(address(id, step), Words.of("drafts.takenOut"));
    }

    /** Stores the credits of the files. */
    @POST
    @Path("/credits")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response credit(@RestPath String id, MultivaluedMap<String, String> fields) {
        var open = draftEditor.open(id);
        var typed =
                Credits.typed(new SubmittedForm(fields), open.written().tree().path(DraftPlaces.CREDITS));
        if (draftEditor.credit(people.me(), id, typed, Objects.requireNonNullElse(fields.getFirst(Credits.MARK), ""))) {
            return flash.seeOther(address(id, fields.getFirst("step")), Words.of("drafts.saved"));
        }
        return Response.status(Response.Status.CONFLICT)
                .entity(page(id, fields.getFirst("step"), List.of(CROSSED), null, typed))
                .build();
    }

    @GET
    @Path("/lesson.zip")
    @Produces({"application/zip", MediaType.TEXT_HTML})
    public Response folder(@RestPath String id) {
        var folder = draftEditor.open(id).written().forPublication();
        return ExchangeResource.zip(room, people.me(), folder.name() + ".zip", LessonExporter.folder(folder));
    }

    /** Returns the address of the page, with the step to return to if there is one. */
    static String address(String draft, @Nullable String step) {
        return "/studio/drafts/" + draft + "/files"
                + (step != null && FormConverter.isKey(step) ? "?step=" + step : "");
    }

    /**
     * Returns the page.
     *
     * @param problems the reasons why files were not added
     * @param added a sentence on the files that were added
     * @param typed the submitted credits if they could not be stored; null shows the stored ones
     */
    TemplateInstance page(
            String id,
            @Nullable String step,
            List<String> problems,
            @Nullable String added,
            @Nullable ObjectNode typed) {
        var open = draftEditor.open(id);
        var sizes = files.sizes(open.files().values());
        var lines = open.files().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(file -> new FileLine(
                        file.getKey(),
                        Words.of(
                                "drafts.kilobytes",
                                String.valueOf(Math.max(1, sizes.getOrDefault(file.getValue(), 0) / 1024))),
                        file.getKey().matches(".*\\.(svg|png|jpg)"),
                        DraftPlaces.uses(open.written().tree(), file.getKey().replaceAll("^.*/", ""))))
                .toList();
        return new FilesPage(
                heads.head(open.draft(), people.me()),
                requestingStep(open, step),
                lines,
                typed == null ? Credits.of(open) : Credits.of(open, typed),
                Stream.concat(problems.stream(), Stream.ofNullable(added))
                        .map(words -> new FormError(null, words))
                        .toList());
    }

    private static @Nullable RequestingStep requestingStep(DraftEditor.OpenDraft open, @Nullable String key) {
        if (key == null) {
            return null;
        }
        int number = DraftPlaces.number(DraftPlaces.steps(open.written().tree()), key);
        return number == 0 ? null : new RequestingStep(key, Words.of("drafts.step", number));
    }
}
