package uk.thinkuknow.curriculum.pages;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.pdf.PdfRenderer;

/** Serves the PDF of a lesson for a class without devices; at a school, only of one that is in use there. */
@Path("/modules/{key}/paper.pdf")
@RolesAllowed({Role.TEACHER, Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR})
class PaperResource {
    private final CurriculumService curriculum;
    private final PaperLesson onPaper;
    private final PeopleService people;
    private final SchoolService schools;
    private final PdfRenderer paper;

    PaperResource(
            CurriculumService curriculum,
            PaperLesson onPaper,
            PeopleService people,
            SchoolService schools,
            PdfRenderer paper) {
        this.curriculum = curriculum;
        this.onPaper = onPaper;
        this.people = people;
        this.schools = schools;
        this.paper = paper;
    }

    /** Returns the PDF; {@code ?print=large} for larger print, {@code ?language=cy} for Welsh where it is offered. */
    @GET
    @Produces({"application/pdf", MediaType.TEXT_HTML})
    public Response paper(
            @RestPath String key, @RestQuery @Nullable String print, @RestQuery @Nullable String language) {
        var school = people.me().schoolId();
        var module = school == null ? curriculum.current(key) : curriculum.toTeach(key, schools.school(school)::isIn);
        var asked = Language.of(language).orElse(Language.ENGLISH);
        return paper.answer(key + ".pdf", onPaper.pdf(module.versionId(), "large".equals(print), asked));
    }
}
