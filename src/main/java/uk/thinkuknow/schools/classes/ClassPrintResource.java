package uk.thinkuknow.schools.classes;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.web.pdf.PdfRenderer;

/** The cards and the list of a class as PDF files; {@code ?print=large} is large print. */
@Path("/classes")
@RolesAllowed(Role.TEACHER)
@Produces({"application/pdf", MediaType.TEXT_HTML})
class ClassPrintResource {
    private final SchoolService schools;
    private final PeopleService people;
    private final CardSheets cardSheets;
    private final PdfRenderer pdfRenderer;
    private final Clock clock;

    ClassPrintResource(
            SchoolService schools, PeopleService people, CardSheets cardSheets, PdfRenderer pdfRenderer, Clock clock) {
        this.schools = schools;
        this.people = people;
        this.cardSheets = cardSheets;
        this.pdfRenderer = pdfRenderer;
        this.clock = clock;
    }

    @GET
    @Path("{id}/cards.pdf")
    public Response cards(@PathParam("id") String id, @RestQuery @Nullable String print) {
        var schoolClass = schoolClass(id);
        var school = schools.school(schoolClass.schoolId());
        return answer("cards", schoolClass, cardSheets.sheet(school, schoolClass, today(), large(print)));
    }

    @GET
    @Path("{id}/card.pdf")
    public Response card(@PathParam("id") String id, @RestQuery int number, @RestQuery @Nullable String print) {
        var schoolClass = schoolClass(id);
        return answer(
                "card-" + number,
                schoolClass,
                cardSheets.single(schools.school(schoolClass.schoolId()), schoolClass, today(), number, large(print)));
    }

    @GET
    @Path("{id}/list.pdf")
    public Response list(@PathParam("id") String id, @RestQuery @Nullable String print) {
        var schoolClass = schoolClass(id);
        var school = schools.school(schoolClass.schoolId());
        return answer("list", schoolClass, cardSheets.list(school, schoolClass, today(), large(print)));
    }

    private Response answer(String what, ClassFacts schoolClass, TemplateInstance page) {
        return pdfRenderer.answer(what + "-" + schoolClass.name() + ".pdf", page);
    }

    private ClassFacts schoolClass(String id) {
        return schools.classOf(people.me().school(), new PublicId(id));
    }

    private java.time.LocalDate today() {
        return London.today(clock);
    }

    private static boolean large(@Nullable String print) {
        return "large".equals(print);
    }
}
