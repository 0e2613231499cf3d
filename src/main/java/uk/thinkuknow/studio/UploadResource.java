package uk.thinkuknow.studio;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.Role;
import uk.thinkuknow.shared.Refused;
import uk.thinkuknow.web.Flash;

/** Takes pictures and recordings for a draft; the one address of the studio for which a form may be as large as they are. */
@Path("/studio")
@RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
class UploadResource {
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_SENTENCE = 900;

    private final Authoring authoring;
    private final FilesResource page;
    private final PeopleService people;
    private final Flash flash;

    UploadResource(Authoring authoring, FilesResource page, PeopleService people, Flash flash) {
        this.authoring = authoring;
        this.page = page;
        this.people = people;
        this.flash = flash;
    }

    @POST
    @Path("/files")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response put(@RestForm @Nullable String draft, @RestForm("files") @Nullable List<FileUpload> files) {
        var id = Objects.requireNonNullElse(draft, "");
        var taken = new ArrayList<String>();
        var refused = new ArrayList<String>();
        try {
            for (var file : files == null ? List.<FileUpload>of() : files) {
                if (file.fileName() != null && !file.fileName().isEmpty()) {
                    take(id, file, taken, refused);
                }
            }
            if (taken.isEmpty() && refused.isEmpty()) {
                throw new Refused("Choose a file first.");
            }
        } catch (Refused e) {
            refused.add(e.why());
        }
        var added = taken.isEmpty()
                ? null
                : "Added: " + String.join(", ", taken) + ". Choose it now at the step that shows it.";
        if (added != null && refused.isEmpty()) {
            return flash.seeOther("/studio/drafts/" + id + "/files", shortened(added));
        }
        return Response.status(UNPROCESSABLE)
                .entity(page.page(id, refused, added))
                .build();
    }

    /** What is no file for a lesson keeps nothing else back that comes with it. */
    private void take(String draft, FileUpload file, List<String> taken, List<String> refused) {
        Media brought;
        try {
            brought = Media.read(file.fileName(), bytes(file, Media.LARGEST_PHOTOGRAPH));
        } catch (Refused e) {
            refused.add("“" + file.fileName() + "” " + e.why());
            return;
        }
        authoring.putFile(people.me(), draft, brought.name(), brought.content());
        taken.add(
                brought.leftOut().isEmpty()
                        ? brought.name()
                        : brought.name() + " (left out of it: " + String.join("; ", brought.leftOut()) + ")");
    }

    /** A browser keeps the sentence in a cookie until the next page has said it. */
    private static String shortened(String sentence) {
        return sentence.length() > LONGEST_SENTENCE ? sentence.substring(0, LONGEST_SENTENCE - 1) + "…" : sentence;
    }

    /** What was sent, cut off one byte above the most it may be. */
    static byte[] bytes(FileUpload file, int most) {
        try (var in = Files.newInputStream(file.uploadedFile())) {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
