package uk.thinkuknow.attendance.paper;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.returns.ManagerPaths;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.Flash;
import uk.thinkuknow.web.PathTraits;

/** Page on which a school's administrator or a manager enters many paper registers, typed or from a file. */
@Path("/paper-registers")
@RolesAllowed({Role.TEACHER, Role.MANAGER})
@Produces(MediaType.TEXT_HTML)
class PaperRegisterResource {
    private static final int UNPROCESSABLE = 422;
    private static final long FILE_AT_MOST = 1_000_000;
    /** In MB. */
    private static final int FORM_AT_MOST = 1;

    private final PaperRegisterService entry;
    private final PaperRegisterCheck registerCheck;
    private final PaperRegisterPages pages;
    private final PeopleService people;
    private final ManagerPaths managers;
    private final Flash flash;

    PaperRegisterResource(
            PaperRegisterService entry,
            PaperRegisterCheck registerCheck,
            PeopleService people,
            ManagerPaths managers,
            Flash flash) {
        this.entry = entry;
        this.registerCheck = registerCheck;
        this.pages = new PaperRegisterPages(registerCheck);
        this.people = people;
        this.managers = managers;
        this.flash = flash;
    }

    @GET
    public Response show(@RestQuery @Nullable String school) {
        var me = people.me();
        if (me.is(Role.MANAGER) && (school == null || school.isBlank())) {
            return Response.seeOther(URI.create(managers.schools())).build();
        }
        return Response.ok(pages.empty(me, registerCheck.school(me, school))).build();
    }

    @GET
    @Path("template.csv")
    @Produces("text/csv")
    public Response template(@RestQuery @Nullable String school) {
        var found = registerCheck.school(people.me(), school);
        var classes =
                registerCheck.classes(found).stream().map(each -> each.name()).toList();
        return Response.ok(PaperRegisterFile.template(classes))
                .header("Content-Disposition", "attachment; filename=\"paper-registers.csv\"")
                .build();
    }

    /** Checks the rows and shows the result; enters nothing. */
    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(MultivaluedMap<String, String> fields) {
        var me = people.me();
        var school = registerCheck.school(me, fields.getFirst("school"));
        var rows = rows(fields);
        return answer(pages.checked(me, school, rows, registerCheck.check(school, rows)));
    }

    @POST
    @Path("more")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance more(MultivaluedMap<String, String> fields) {
        var me = people.me();
        return pages.more(me, registerCheck.school(me, fields.getFirst("school")), rows(fields));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(MultivaluedMap<String, String> fields) {
        var me = people.me();
        var school = registerCheck.school(me, fields.getFirst("school"));
        var rows = rows(fields);
        var understood = entry.enter(me, school, rows);
        var page = pages.checked(me, school, rows, understood);
        if (!page.problems().isEmpty()) {
            return answer(page);
        }
        return flash.seeOther(
                me.is(Role.MANAGER) ? managers.ofSchool(school.publicId()) : "/sessions",
                Words.of("entry.entered", understood.size()));
    }

    /** Reads a file into the grid and shows the check of each row; enters nothing. */
    @POST
    @Path("file")
    @PathTraits(megabytes = FORM_AT_MOST)
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response file(@RestForm("file") @Nullable FileUpload file, @RestForm @Nullable String school) {
        var me = people.me();
        var found = registerCheck.school(me, school);
        try {
            var rows = PaperRegisterFile.read(text(file));
            return answer(pages.checked(me, found, rows, registerCheck.check(found, rows)));
        } catch (Refused e) {
            return answer(pages.refused(me, found, e.why()));
        }
    }

    private static String text(@Nullable FileUpload file) {
        if (file == null || file.size() == 0) {
            throw new Refused("entry.chooseFile");
        }
        if (file.size() > FILE_AT_MOST) {
            throw new Refused("entry.tooLarge");
        }
        try {
            return Files.readString(file.uploadedFile());
        } catch (MalformedInputException e) {
            throw new Refused("entry.notUtf8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response answer(PaperRegisterPages.EntryPage page) {
        return Response.status(page.problems().isEmpty() ? 200 : UNPROCESSABLE)
                .entity(page)
                .build();
    }

    /** Returns the rows of the form, up to the last one that was shown. */
    private static List<PaperRow> rows(MultivaluedMap<String, String> fields) {
        var rows = new ArrayList<PaperRow>();
        for (int row = 1;
                row <= PaperRegisterFile.ROWS_AT_MOST && fields.containsKey(PaperRegisterPages.name(row, 0));
                row++) {
            int number = row;
            rows.add(PaperRow.of(IntStream.range(0, PaperRow.COLUMNS.size())
                    .mapToObj(column -> fields.getOrDefault(PaperRegisterPages.name(number, column), List.of(""))
                            .getFirst())
                    .toList()));
        }
        return rows;
    }
}
