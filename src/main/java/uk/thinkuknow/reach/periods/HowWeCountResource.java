package uk.thinkuknow.reach.periods;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.attendance.check.FigureChecks;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Ground;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.reach.days.DaysTable;
import uk.thinkuknow.reach.frozen.FrozenFigures;
import uk.thinkuknow.reach.report.ReachTable;

/** Shows the counting rules and the meaning of the file columns to everyone, signed in or not. */
@Path("/how-we-count")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class HowWeCountResource {
    /**
     * The counting rules in plain words.
     *
     * @param rules the latest version
     * @param signs the signs of risk for which a return may be checked
     * @param starts from when the latest version applies, by nation
     */
    @CheckedTemplate(basePath = "reach/periods", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HowWeCountPage(
            int rules,
            List<GroundExample> grounds,
            List<String> signs,
            List<CountingVersions.Start> starts,
            @Nullable String nav)
            implements TemplateInstance {}

    /** A ground on which a return waits: its rule, a return that waits and one that counts at once. */
    record GroundExample(String title, String rule, String waits, String counts) {
        static GroundExample of(Ground ground) {
            var key = "periods.ground." + ground.name();
            return new GroundExample(
                    Words.of(key + ".title"),
                    Words.of(key + ".rule"),
                    Words.of(key + ".waits"),
                    Words.of(key + ".counts"));
        }
    }

    private final PeopleService people;
    private final CountingVersions versions;

    HowWeCountResource(PeopleService people, CountingVersions versions) {
        this.people = people;
        this.versions = versions;
    }

    /** The data dictionary of all files with figures. */
    @CheckedTemplate(basePath = "reach/periods", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ColumnsPage(
            List<ReachTable.Column> rows,
            List<ReachTable.Column> between,
            List<ReachTable.Column> files,
            @Nullable String nav)
            implements TemplateInstance {}

    @GET
    @Path("/columns")
    public TemplateInstance columns() {
        return new ColumnsPage(
                ReachTable.DICTIONARY,
                DaysTable.DICTIONARY,
                FrozenFigures.DICTIONARY,
                people.someoneIsSignedIn() ? "count" : null);
    }

    @GET
    public TemplateInstance show() {
        return new HowWeCountPage(
                versions.latest(),
                Arrays.stream(Ground.values()).map(GroundExample::of).toList(),
                FigureChecks.signsOfRisk(),
                versions.startsOfLatest(),
                people.someoneIsSignedIn() ? "count" : null);
    }
}
