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
        try {
            for (var file : files == null ? List.<FileUpload>of() : files) {
                if (file.fileName() != null && !file.fileName().isEmpty()) {
                    var brought = Media.read(file.fileName(), bytes(file, Media.LARGEST_PHOTOGRAPH));
                    authoring.putFile(people.me(), id, brought.name(), brought.content());
                    taken.add(brought.name());
                }
            }
            if (taken.isEmpty()) {
                throw new Refused("Choose a file first.");
            }
            return flash.seeOther(
                    "/studio/drafts/" + id + "/files",
                    "Added: " + String.join(", ", taken) + ". Choose it now at the step that shows it.");
        } catch (Refused e) {
            return Response.status(UNPROCESSABLE).entity(page.page(id, e.why())).build();
        }
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
