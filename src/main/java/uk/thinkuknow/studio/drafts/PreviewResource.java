package uk.thinkuknow.studio.drafts;

import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;
import uk.thinkuknow.classroom.board.LessonPreview;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.curriculum.files.LessonReader;
import uk.thinkuknow.curriculum.lesson.Lesson;
import uk.thinkuknow.curriculum.library.FileRoom;
import uk.thinkuknow.curriculum.library.LessonFiles;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;

/** Shows a draft as children's tablets and the wall will show it, and serves the files of the draft. */
@Path("/studio/drafts/{id}")
@RolesAllowed({Role.TRAINER, Role.REVIEWER, Role.MANAGER, Role.ADMINISTRATOR})
class PreviewResource {
    /** A file opened directly in a browser must not run scripts or load anything. */
    private static final String POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final DraftEditor draftEditor;
    private final LessonPreview preview;
    private final LessonFiles files;
    private final FileRoom room;
    private final PeopleService people;

    PreviewResource(
            DraftEditor draftEditor, LessonPreview preview, LessonFiles files, FileRoom room, PeopleService people) {
        this.draftEditor = draftEditor;
        this.preview = preview;
        this.files = files;
        this.room = room;
        this.people = people;
    }

    /** Plays the whole lesson from its start; without steps, a page says that there is nothing to play yet. */
    @GET
    @Path("/play")
    @Produces(MediaType.TEXT_HTML)
    public Response play(@RestPath String id) {
        return page(
                id,
                lesson -> Optional.of(lesson)
                        .filter(one -> !one.steps().isEmpty())
                        .map(one -> preview.onTablet(one, files(id))),
                new NotYetPage(id));
    }

    /** Shows one step as a tablet will show it. */
    @GET
    @Path("/steps/{step}/tablet")
    @Produces(MediaType.TEXT_HTML)
    public Response tablet(@RestPath String id, @RestPath String step) {
        return page(id, lesson -> only(lesson, step).map(one -> preview.onTablet(one, files(id))), new NotYetPage(""));
    }

    /** Shows one step as the wall will show it. */
    @GET
    @Path("/steps/{step}/wall")
    @Produces(MediaType.TEXT_HTML)
    public Response wall(@RestPath String id, @RestPath String step) {
        return page(id, lesson -> preview.onWall(lesson, step, files(id)), new NotYetPage(""));
    }

    @GET
    @Path("/files/{folder}/{name}")
    public Response file(@RestPath String id, @RestPath String folder, @RestPath String name) {
        var hash = draftEditor.fileHash(id, folder + "/" + name);
        int size = files.sizes(List.of(hash)).getOrDefault(hash, 0);
        var me = people.me();
        StreamingOutput written = out -> {
            try (var _ = room.forFile(me, size)) {
                out.write(files.content(hash).orElseThrow(NotFound::new));
            }
        };
        return Response.ok(written)
                .header(HttpHeaders.CONTENT_LENGTH, size)
                .type(type(name))
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    private static Optional<Lesson> only(Lesson lesson, String key) {
        return lesson.step(key).map(step -> lesson.with(List.of(step)));
    }

    /**
     * Returns the rendered lesson or step; a page that says so if it cannot be shown yet, as it may be half written.
     */
    private Response page(String id, Function<Lesson, Optional<String>> shown, NotYetPage notYet) {
        var folder = draftEditor.open(id).written().folder();
        try {
            return Response.ok(
                            LessonReader.readUnfinished(folder).flatMap(shown).orElseGet(notYet::render))
                    .build();
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException | TemplateException e) {
            Log.debugf("a step of the draft %s cannot be shown yet: %s", id, e.getMessage());
            return Response.ok(notYet.render()).build();
        }
    }

    /**
     * The page for a lesson or step that cannot be shown yet.
     *
     * @param draft the draft to link back to; "" inside the form's frame, where no link is needed
     */
    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NotYetPage(String draft) implements TemplateInstance {}

    private static String files(String id) {
        return "/studio/drafts/" + id + "/files/";
    }

    private static String type(String name) {
        return switch (name.replaceAll("^.*\\.", "")) {
            case "svg" -> "image/svg+xml;charset=UTF-8";
            case "png" -> "image/png";
            case "jpg" -> "image/jpeg";
            case "mp4" -> "video/mp4";
            case "m4a" -> "audio/mp4";
            case "mp3" -> "audio/mpeg";
            case "wav" -> "audio/wav";
            case "vtt" -> "text/vtt;charset=UTF-8";
            default -> "text/plain;charset=UTF-8";
        };
    }
}
