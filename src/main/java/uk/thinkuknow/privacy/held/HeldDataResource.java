package uk.thinkuknow.privacy.held;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.web.TableExporter;

/** Shows what kinds of data are held about a school and how long, and exports the data as ODS and JSON. */
@Path("/schools/{id}/held")
@RolesAllowed({Role.ADMINISTRATOR, Role.TEACHER, Role.DSL})
@Produces(MediaType.TEXT_HTML)
class HeldDataResource {
    private final HeldDataService held;
    private final PeopleService people;

    HeldDataResource(HeldDataService held, PeopleService people) {
        this.held = held;
        this.people = people;
    }

    /** The page of all kinds of data held about a school. */
    @CheckedTemplate(basePath = "privacy/held", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HeldPage(String id, String name, String nav, List<Row> rows) implements TemplateInstance {}

    /**
     * One kind of data.
     *
     * @param count null if not even their number is shown
     * @param inFile whether the file has its rows; otherwise only their number is shown
     */
    record Row(String title, @Nullable Long count, String kept, boolean inFile) {}

    @GET
    public TemplateInstance show(@PathParam("id") PublicId id) {
        var me = people.me();
        var all = held.of(me, id);
        return new HeldPage(
                id.value(),
                all.school().name(),
                me.is(Role.ADMINISTRATOR) ? "claims" : "people",
                all.all().stream()
                        .map(each -> new Row(
                                each.section().title(),
                                each.count(),
                                each.kept(),
                                !each.section().columns().isEmpty()))
                        .toList());
    }

    @GET
    @Path("/ods")
    @Produces(MediaType.WILDCARD)
    public Response ods(@PathParam("id") PublicId id) {
        return TableExporter.ods("held-" + id + ".ods", held.tables(people.me(), id));
    }

    @GET
    @Path("/json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response json(@PathParam("id") PublicId id) {
        var tables = new LinkedHashMap<String, List<Map<String, @Nullable Object>>>();
        held.tables(people.me(), id)
                .forEach(sheet -> tables.put(
                        sheet.name(),
                        sheet.rows().stream()
                                .map(row -> named(sheet.columns(), row))
                                .toList()));
        return Response.ok(tables)
                .header("Content-Disposition", "attachment; filename=\"held-" + id + ".json\"")
                .build();
    }

    private static Map<String, @Nullable Object> named(List<String> columns, List<@Nullable Object> row) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < columns.size(); i++) {
            named.put(columns.get(i), row.get(i));
        }
        return named;
    }
}
