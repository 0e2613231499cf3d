package uk.thinkuknow.schools.imports;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.TableQuery;

/**
 * The pages on which managers of the whole programme upload files of a national register of schools, read the dry run,
 * apply or drop it, and undo imports.
 */
@Path("/schools/imports")
@RolesAllowed(Role.MANAGER)
@Produces(MediaType.TEXT_HTML)
class ImportsResource {
    private static final String HERE = "/schools/imports/";
    /** In MB; {@code quarkus.http.limits.max-body-size} is the same. */
    private static final int FORM_AT_MOST = 128;

    private final ImportService imports;
    private final ImportPages pages;
    private final PeopleService people;
    private final Flash flash;

    ImportsResource(ImportService imports, ImportPages pages, PeopleService people, Flash flash) {
        this.imports = imports;
        this.pages = pages;
        this.people = people;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(@Context UriInfo uri) {
        manager();
        return pages.list(null, TableQuery.of(uri));
    }

    /** Exports the list as shown. */
    @GET
    @Path("csv")
    @Produces("text/csv")
    public Response csv(@Context UriInfo uri) {
        manager();
        return pages.csv(TableQuery.of(uri));
    }

    @POST
    @PathTraits(megabytes = FORM_AT_MOST)
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response give(@RestForm("files") @Nullable List<FileUpload> files, @Context UriInfo uri) {
        var me = manager();
        try {
            var given = keep(files == null ? List.of() : files);
            var id = imports.begin(me, given, () -> given.forEach(ImportsResource::forget));
            return flash.seeOther(HERE + id, Words.of("imports.arrived"));
        } catch (Refused e) {
            return Flash.again(pages.list(e.why(), TableQuery.of(uri)));
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@PathParam("id") PublicId id) {
        return pages.show(imports.find(id), manager());
    }

    @POST
    @Path("{id}/take-in")
    public Response apply(@PathParam("id") PublicId id, @RestForm @Nullable String leaveOut) {
        imports.apply(id, manager(), "yes".equals(leaveOut));
        return Response.seeOther(java.net.URI.create(HERE + id)).build();
    }

    @POST
    @Path("{id}/drop")
    public Response drop(@PathParam("id") PublicId id) {
        imports.drop(id, manager().name());
        return flash.seeOther("/schools/imports", Words.of("imports.dropped"));
    }

    @POST
    @Path("{id}/undo")
    public Response undo(@PathParam("id") PublicId id) {
        imports.undo(id, manager());
        return flash.seeOther(HERE + id, Words.of("imports.undone"));
    }

    /** Returns the signed-in manager of the whole programme; a manager of an area may not import. */
    private StaffMember manager() {
        var me = people.me();
        if (!me.scope().isProgramme()) {
            throw people.accessDenied("area manager");
        }
        return me;
    }

    /**
     * Moves the uploads to temporary files, because the request's own are deleted at its end and reading takes longer.
     */
    private static List<ImportService.GivenFile> keep(List<FileUpload> files) {
        var kept = new ArrayList<ImportService.GivenFile>();
        try {
            for (var file : files) {
                if (file.fileName() != null && !file.fileName().isEmpty()) {
                    var path = Files.createTempFile("school-register", ".csv");
                    Files.move(file.uploadedFile(), path, StandardCopyOption.REPLACE_EXISTING);
                    kept.add(new ImportService.GivenFile(path, nameOf(file.fileName())));
                }
            }
            return kept;
        } catch (IOException e) {
            kept.forEach(ImportsResource::forget);
            throw new UncheckedIOException(e);
        }
    }

    /** The file name without its path, which some browsers send. */
    private static String nameOf(String fileName) {
        var name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.length() <= 100 ? name : name.substring(name.length() - 100);
    }

    private static void forget(ImportService.GivenFile file) {
        try {
            Files.deleteIfExists(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
