package uk.thinkuknow.studio.drafts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.LessonFolder;
import uk.thinkuknow.curriculum.lesson.LessonWithdrawn;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.FileRoom;
import uk.thinkuknow.curriculum.library.LessonFiles;
import uk.thinkuknow.curriculum.library.WithdrawalService;
import uk.thinkuknow.exchange.content.ImportReport;
import uk.thinkuknow.exchange.content.ImportResult;
import uk.thinkuknow.exchange.content.LessonZip;
import uk.thinkuknow.exchange.formats.LessonExporter;
import uk.thinkuknow.exchange.formats.LessonImporter;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.studio.forms.HostileFiles;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;

/**
 * The pages to import lessons and questions from files of other programs, and to download published lessons in several
 * formats.
 */
@Path("/studio")
@RolesAllowed({Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
class ExchangeResource {
    private static final int LARGEST = 50 * 1024 * 1024;
    /** In MB; its form is a little larger than a file. */
    static final int FORM_AT_MOST = 52;

    private static final int UNPROCESSABLE = 422;
    private static final int TRY_AGAIN_SECONDS = 10;

    /** One import at a time: two of the largest files would take the memory of the lessons. */
    final Semaphore turn = new Semaphore(1);

    private final DraftCreator draftCreator;
    private final CurriculumService curriculum;
    private final WithdrawalService withdrawals;
    private final LessonFiles files;
    private final PeopleService people;
    private final HostileFiles hostile;
    private final FileRoom room;

    ExchangeResource(
            DraftCreator draftCreator,
            CurriculumService curriculum,
            WithdrawalService withdrawals,
            LessonFiles files,
            PeopleService people,
            HostileFiles hostile,
            FileRoom room) {
        this.room = room;
        this.hostile = hostile;
        this.draftCreator = draftCreator;
        this.curriculum = curriculum;
        this.withdrawals = withdrawals;
        this.files = files;
        this.people = people;
    }

    /** The form to import a file, with the reason if the last one was refused. */
    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ImportPage(@Nullable String problem) implements TemplateInstance {}

    /** The page after an import: the new draft, and a report of the parts imported or left out. */
    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ImportedPage(String draft, String lesson, ImportReport report) implements TemplateInstance {}

    /** The page with the downloads of a published lesson. */
    @CheckedTemplate(basePath = "studio/drafts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DownloadPage(String key, String lesson, String ages, int version, boolean inUse)
            implements TemplateInstance {}

    /** Shows the formats in which a lesson can be downloaded. */
    @GET
    @Path("/modules/{key}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance takeAway(@RestPath String key) {
        var module = newest(key);
        return new DownloadPage(
                key,
                module.lesson().title(),
                module.lesson().band().replace('-', '–'),
                module.number(),
                isGivenOut(module));
    }

    /** A lesson that is out of use everywhere, or anywhere for the safety of children, is given out only to be corrected. */
    private boolean isGivenOut(PublishedModule module) {
        return !module.withdrawn() && !withdrawals.isAboutSafeguarding(module.key());
    }

    private PublishedModule givenOut(String key) {
        var module = newest(key);
        if (!isGivenOut(module)) {
            throw new LessonWithdrawn(module.lesson().title());
        }
        return module;
    }

    private PublishedModule newest(String key) {
        return curriculum.newest(key).orElseThrow(NotFound::new);
    }

    @GET
    @Path("/import")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance bring() {
        return new ImportPage(null);
    }

    @POST
    @Path("/imports")
    @PathTraits(value = Trait.IN_FRAMES, megabytes = FORM_AT_MOST)
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces(MediaType.TEXT_HTML)
    public Response bring(@RestForm("file") @Nullable FileUpload file) {
        if (file == null || file.fileName() == null || file.fileName().isEmpty()) {
            return refused(Words.of("drafts.chooseFile"));
        }
        if (!turn.tryAcquire()) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS)
                    .entity(new ImportPage(Words.of("drafts.anotherFileIsRead")))
                    .build();
        }
        try {
            return read(file);
        } finally {
            turn.release();
        }
    }

    private Response read(FileUpload file) {
        return switch (LessonImporter.read(file.fileName(), UploadResource.bytes(file, LARGEST))) {
            case ImportResult.ImportRefusal no -> {
                hostile.note(people.me().username(), no.code());
                yield refused(no.why());
            }
            case ImportResult.ImportedLesson taken -> begun(taken);
        };
    }

    private Response begun(ImportResult.ImportedLesson taken) {
        try {
            var draft = draftCreator.importFolder(people.me(), taken.folder());
            return Response.ok(new ImportedPage(draft.publicId(), draft.title(), taken.report()))
                    .build();
        } catch (Refused e) {
            return refused(e.why());
        }
    }

    @GET
    @Path("/modules/{key}/lesson.zip")
    @Produces({"application/zip", MediaType.TEXT_HTML})
    public Response folder(@RestPath String key) {
        return export(newest(key), key + ".zip", LessonExporter::folder);
    }

    @GET
    @Path("/modules/{key}/qti.zip")
    @Produces({"application/zip", MediaType.TEXT_HTML})
    public Response qti(@RestPath String key) {
        return export(givenOut(key), key + "-qti.zip", LessonExporter::qti);
    }

    @GET
    @Path("/modules/{key}/scorm.zip")
    @Produces({"application/zip", MediaType.TEXT_HTML})
    public Response scorm(@RestPath String key) {
        return export(givenOut(key), key + "-scorm.zip", LessonExporter::scorm);
    }

    /** Returns the questions as CSV, one a row. */
    @GET
    @Path("/modules/{key}/questions.csv")
    @Produces({"text/csv", MediaType.TEXT_HTML})
    public Response csv(@RestPath String key) {
        var version = givenOut(key);
        var table = LessonExporter.questionsCsv(files.source(version).orElseThrow(NotFound::new));
        return Response.ok(table)
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + key + ".csv\"")
                .build();
    }

    private Response export(PublishedModule version, String name, Function<LessonFolder, LessonZip> written) {
        return zip(room, people.me(), name, written.apply(files.source(version).orElseThrow(NotFound::new)));
    }

    static Response zip(FileRoom room, StaffMember me, String name, LessonZip zip) {
        StreamingOutput written = out -> {
            try (var _ = room.forFolder(me)) {
                zip.write(out);
            }
        };
        return Response.ok(written)
                .type("application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static Response refused(String why) {
        return Response.status(UNPROCESSABLE).entity(new ImportPage(why)).build();
    }
}
