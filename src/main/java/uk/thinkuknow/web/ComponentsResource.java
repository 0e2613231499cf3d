package uk.thinkuknow.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import uk.thinkuknow.common.Installation;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.DataTable.Column;

/** Shows every component in every state, for developers; only in a demo. */
@Path("/components")
@TextFields(ofLines = "note")
@PermitAll
class ComponentsResource {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    private final Installation installation;

    ComponentsResource(Installation installation) {
        this.installation = installation;
    }

    /** The page, with what its components show. */
    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ComponentsPage(
            List<FormOption> options,
            List<FormError> errors,
            List<ChecklistStep> steps,
            List<MapTile> tiles,
            ShownFigure figure,
            TableView returns,
            TableView nothing)
            implements TemplateInstance {}

    /** A reach figure as text. */
    record ShownFigure(boolean known, String number, String range, String span) {}

    /** A row of the example table. */
    record Row(int number, LocalDate day, boolean signed) {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@Context UriInfo uri) {
        demoOnly();
        var query = TableQuery.of(uri);
        return new ComponentsPage(
                options(),
                errors(),
                steps(),
                tiles(),
                new ShownFigure(true, "198,110", Words.of("components.figureRange"), "195,130–205,836"),
                table().view(query, rows(120)),
                table().view(query, List.of()));
    }

    @GET
    @Path("csv")
    public Response csv(@Context UriInfo uri) {
        demoOnly();
        return table().csv(TableQuery.of(uri), rows(120), "returns.csv");
    }

    private void demoOnly() {
        if (!installation.demo()) {
            throw new NotFound();
        }
    }

    private static List<FormOption> options() {
        return List.of(
                new FormOption("me", Words.of("components.teachMyself"), true),
                new FormOption(
                        "trainer",
                        Words.of("components.trainerVisits"),
                        false,
                        Words.of("components.trainersNearYou")));
    }

    private static List<FormError> errors() {
        return List.of(
                new FormError("wrong", Words.of("components.wrongAddress")),
                new FormError(null, Words.of("components.noField")));
    }

    private static List<ChecklistStep> steps() {
        var title = Words.of("components.addClasses");
        return List.of(
                new ChecklistStep(title, Words.of("components.accepted"), "#checklist", ChecklistStep.State.DONE),
                new ChecklistStep(title, Words.of("components.fiveMinutes"), "#checklist", ChecklistStep.State.NEXT),
                new ChecklistStep(title, null, null, ChecklistStep.State.TO_DO),
                new ChecklistStep(title, null, null, ChecklistStep.State.WAITING));
    }

    private static List<MapTile> tiles() {
        return List.of(
                new MapTile("Wales", "#map", "66%", Words.of("components.onCourse"), "●", "on", "1 tuk-map__r1"),
                new MapTile("London", "#map", "49%", Words.of("components.farBehind"), "▼▼", "far", "2 tuk-map__r1"));
    }

    private static DataTable<Row> table() {
        return new DataTable<>(
                Words.of("components.returns"),
                List.of(
                        Column.of(
                                "class", Words.of("components.class"), row -> Cell.link("5." + row.number(), "#table")),
                        Column.of("lesson", Words.of("components.lesson"), row -> Cell.day(row.day())),
                        Column.numbers(
                                "children",
                                Words.of("components.children"),
                                row -> Cell.number(20 + row.number() % 11)),
                        Column.of("state", Words.of("components.state"), ComponentsResource::state)));
    }

    private static Cell state(Row row) {
        return row.signed()
                ? Cell.tag(Words.of("components.signed"), "green")
                : Cell.tag(Words.of("components.awaiting"), "orange");
    }

    private static List<Row> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Row(i, DAY.minusDays(i % 17), i % 3 != 0))
                .toList();
    }
}
