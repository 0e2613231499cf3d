package uk.thinkuknow.studio.drafts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.studio.forms.HostileFiles;
import uk.thinkuknow.studio.forms.SubmittedForm;
import uk.thinkuknow.studio.forms.UploadedFile;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;
import uk.thinkuknow.web.TextFields;

/**
 * Receives uploads of pictures and recordings for a draft; apart from imports, the only address of the studio that
 * accepts large forms.
 */
@Path("/studio")
@RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
@Produces(MediaType.TEXT_HTML)
@TextFields(ofLines = SubmittedForm.PREFIX)
class UploadResource {
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_SENTENCE = 900;

    private final DraftEditor draftEditor;
    private final FilesResource page;
    private final PeopleService people;
    private final Flash flash;
    private final HostileFiles hostile;

    UploadResource(
            DraftEditor draftEditor, FilesResource page, PeopleService people, Flash flash, HostileFiles hostile) {
        this.hostile = hostile;
        this.draftEditor = draftEditor;
        this.page = page;
        this.people = people;
        this.flash = flash;
    }

    /**
     * Adds files, and stores the credits from the fields beside them.
     *
     * @param step the step the author came from, to return to
     * @param byItself not null if the script on a step's page sent the form: one file, which replaces no other, and the
     *     response has its address
     */
    @POST
    @Path("/files")
    @PathTraits(value = Trait.IN_FRAMES, megabytes = ExchangeResource.FORM_AT_MOST)
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response put(
            @RestForm @Nullable String draft,
            @RestForm @Nullable String step,
            @RestForm("files") @Nullable List<FileUpload> files,
            @RestHeader("Saved-By-Itself") @Nullable String byItself,
            MultipartFormDataInput form) {
        var id = Objects.requireNonNullElse(draft, "");
        var brought = new UploadResult(id, byItself != null, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var typed = credits(id, form);
        try {
            for (var file : files == null ? List.<FileUpload>of() : files) {
                if (file.fileName() != null && !file.fileName().isEmpty()) {
                    take(brought, file);
                }
            }
            if (brought.nothing()) {
                throw new Refused("drafts.chooseFile");
            }
        } catch (Refused e) {
            brought.refused().add(e.why());
        }
        if (byItself != null && brought.refused().isEmpty()) {
            return Response.created(URI.create(
                            "/studio/drafts/" + id + "/files/" + brought.names().getLast()))
                    .type(MediaType.TEXT_PLAIN)
                    .entity(String.join(" ", brought.taken()))
                    .build();
        }
        var lost = notStored(id, typed, form);
        if (lost != null) {
            brought.refused().add(lost);
        }
        return answer(brought, step, lost == null ? null : typed);
    }

    private Response answer(UploadResult brought, @Nullable String step, @Nullable ObjectNode typed) {
        var added = brought.taken().isEmpty() ? null : Words.of("drafts.added", String.join(", ", brought.taken()));
        if (added != null && brought.refused().isEmpty()) {
            return flash.seeOther(FilesResource.address(brought.draft(), step), shortened(added));
        }
        return Response.status(UNPROCESSABLE)
                .entity(page.page(brought.draft(), step, brought.refused(), added, typed))
                .build();
    }

    /** Returns the submitted credits; null if the form has no such fields. */
    private @Nullable ObjectNode credits(String draft, MultipartFormDataInput form) {
        if (!form.getValues().containsKey(Credits.MARK)) {
            return null;
        }
        var fields = new MultivaluedHashMap<String, String>();
        form.getValues()
                .forEach((name, values) -> values.stream()
                        .filter(value -> !value.isFileItem())
                        .forEach(value -> fields.add(name, value.getValue())));
        return Credits.typed(
                new SubmittedForm(fields),
                draftEditor.open(draft).written().tree().path(DraftPlaces.CREDITS));
    }

    /**
     * Stores the submitted credits, so that they are not lost when files are sent first; returns the reason if they
     * cannot be stored.
     */
    private @Nullable String notStored(String draft, @Nullable ObjectNode typed, MultipartFormDataInput form) {
        try {
            return typed == null || draftEditor.credit(people.me(), draft, typed, value(form, Credits.MARK))
                    ? null
                    : FilesResource.CROSSED;
        } catch (Refused e) {
            return e.why();
        }
    }

    private static String value(MultipartFormDataInput form, String name) {
        return form.getValues().getOrDefault(name, List.of()).stream()
                .findFirst()
                .map(FormValue::getValue)
                .orElse("");
    }

    /** The uploaded files processed so far: added and refused. */
    private record UploadResult(
            String draft, boolean forAStep, List<String> names, List<String> taken, List<String> refused) {
        boolean nothing() {
            return taken.isEmpty() && refused.isEmpty();
        }
    }

    /** A refused file does not stop the others in the same upload. */
    private void take(UploadResult brought, FileUpload file) {
        UploadedFile media;
        try {
            media = UploadedFile.read(file.fileName(), bytes(file, UploadedFile.LARGEST_PHOTOGRAPH));
        } catch (Refused e) {
            hostile.note(people.me().username(), e.code());
            brought.refused().add(Words.of("drafts.notAdded", file.fileName(), e.why()));
            return;
        }
        var name = media.name();
        if (brought.forAStep()) {
            name = draftEditor.addUpload(people.me(), brought.draft(), name, media.content());
        } else {
            draftEditor.putFile(people.me(), brought.draft(), name, media.content());
        }
        brought.names().add(name);
        brought.taken()
                .add(
                        media.leftOut().isEmpty()
                                ? name
                                : Words.of("drafts.leftOut", name, String.join("; ", media.leftOut())));
    }

    /** The sentence is kept in a cookie until the next page shows it, so it must be short. */
    private static String shortened(String sentence) {
        return sentence.length() > LONGEST_SENTENCE ? sentence.substring(0, LONGEST_SENTENCE - 1) + "…" : sentence;
    }

    /** Returns the bytes of an upload, truncated one byte above the limit so that the check of its size fails. */
    static byte[] bytes(FileUpload file, int most) {
        try (var in = Files.newInputStream(file.uploadedFile())) {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
