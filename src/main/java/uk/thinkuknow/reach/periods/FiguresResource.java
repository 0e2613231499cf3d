package uk.thinkuknow.reach.periods;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import uk.thinkuknow.reach.report.ReachTable;
import uk.thinkuknow.web.Importance;
import uk.thinkuknow.web.PathTraits;
import uk.thinkuknow.web.PathTraits.Trait;

/**
 * Serves the public figures of approved periods, as pages and files, to everyone without signing in. Caches may keep
 * them for five minutes; no cookie is set or read.
 */
@Path("/figures")
@PathTraits(value = Trait.FOR_EVERYONE, importance = Importance.REPORT)
@PermitAll
@Produces(MediaType.TEXT_HTML)
class FiguresResource {
    private static final String FOR_FIVE_MINUTES = "public, max-age=300";
    private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

    private final PublicFigures figures;

    FiguresResource(PublicFigures figures) {
        this.figures = figures;
    }

    /** The list of periods with public figures. */
    @CheckedTemplate(basePath = "reach/periods", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FiguresPage(List<PublicFigures.Published> periods) implements TemplateInstance {}

    /** The public figures of one period. */
    @CheckedTemplate(basePath = "reach/periods", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FiguresOfPage(PublicFigures.Published period) implements TemplateInstance {}

    @GET
    public Response list(@Context Request request) {
        return page(request, new FiguresPage(figures.all()));
    }

    @GET
    @Path("/{period}")
    public Response show(@RestPath String period, @Context Request request) {
        return page(request, new FiguresOfPage(figures.of(period)));
    }

    @GET
    @Path("/{period}/tables.csv")
    @Produces({"text/csv", MediaType.TEXT_HTML})
    public Response csv(@RestPath String period) {
        var found = figures.of(period);
        return file(
                FiguresExporter.csv(found.figures()).getBytes(StandardCharsets.UTF_8),
                "text/csv;charset=utf-8",
                found,
                "csv");
    }

    @GET
    @Path("/{period}/tables.ods")
    @Produces({ODS, MediaType.TEXT_HTML})
    public Response ods(@RestPath String period) {
        var found = figures.of(period);
        return file(FiguresExporter.ods(found.figures(), found.hash()), ODS, found, "ods");
    }

    /** The canonical JSON of the edition; its SHA-256 is the hash that their page shows. */
    @GET
    @Path("/{period}/figures.json")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public Response json(@RestPath String period) {
        var found = figures.of(period);
        return file(found.document().getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON, found, "json");
    }

    private static Response page(Request request, TemplateInstance page) {
        var html = page.render();
        var tag = new EntityTag(FiguresJson.hash(html).substring(0, 32));
        var same = request.evaluatePreconditions(tag);
        var answer = same == null ? Response.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("utf-8")) : same;
        return answer.tag(tag).header("Cache-Control", FOR_FIVE_MINUTES).build();
    }

    private static Response file(byte[] bytes, String type, PublicFigures.Published found, String ending) {
        return Response.ok(bytes)
                .type(type)
                .header("Cache-Control", FOR_FIVE_MINUTES)
                .header("Access-Control-Allow-Origin", "*")
                .header("Link", ReachTable.DESCRIBED_BY)
                .header("Content-Disposition", "attachment; filename=\"reach-" + found.key() + "." + ending + "\"")
                .build();
    }
}
