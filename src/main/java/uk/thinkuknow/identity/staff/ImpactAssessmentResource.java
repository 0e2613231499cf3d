package uk.thinkuknow.identity.staff;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Shows the data-protection impact assessment that comes with the product, to read and print before approving it. */
@Path("/impact-assessment")
@RolesAllowed({Role.ADMINISTRATOR, Role.DSL})
@Produces(MediaType.TEXT_HTML)
class ImpactAssessmentResource {
    private static final RawString DOCUMENT = new RawString(html());

    private final PeopleService people;

    ImpactAssessmentResource(PeopleService people) {
        this.people = people;
    }

    /** The page with the impact assessment as HTML. */
    @CheckedTemplate(basePath = "identity/staff", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ImpactAssessmentPage(RawString document, String nav) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return new ImpactAssessmentPage(DOCUMENT, people.me().is(Role.ADMINISTRATOR) ? "safeguards" : "worries");
    }

    private static String html() {
        try (var file = ImpactAssessmentResource.class.getResourceAsStream("/docs/compliance/impact-assessment.md")) {
            var markdown = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return HtmlRenderer.builder()
                    .escapeHtml(true)
                    .build()
                    .render(Parser.builder().build().parse(markdown));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
