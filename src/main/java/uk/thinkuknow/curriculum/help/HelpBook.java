package uk.thinkuknow.curriculum.help;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.BandDesign;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.facts.Fact;
import uk.thinkuknow.common.facts.Facts;

/**
 * Builds the content of the help panel for an age band and a nation: texts from {@code help.yaml} and
 * {@code help.cy.yaml} (Welsh), numbers, pages and hours from the facts.
 */
@Singleton
public class HelpBook {
    /** The nation to pass when a child's nation is not known. */
    public static final String ANYWHERE = "";

    private static final String DANGER = "danger";
    private static final Map<Language, Contents> CONTENTS =
            Map.of(Language.ENGLISH, read("/help.yaml"), Language.WELSH, read("/help.cy.yaml"));

    private final Facts facts;

    public HelpBook(Facts facts) {
        this.facts = facts;
    }

    /** Returns the help content in English; an unknown band gets the content that suits every child. */
    public HelpPanel of(String band, String nation) {
        return of(band, nation, Language.ENGLISH);
    }

    /** Returns the help content in a language; an unknown band gets the content that suits every child. */
    public HelpPanel of(String band, String nation, Language language) {
        return new Page(Objects.requireNonNull(CONTENTS.get(language)), facts, nation, language).help(band);
    }

    /** Returns the services that the help panel of an age band names in a nation. */
    public List<Fact> services(String band, String nation) {
        var contents = Objects.requireNonNull(CONTENTS.get(Language.ENGLISH));
        var row = contents.band(band);
        return Stream.of(Stream.of(DANGER), keys(row.lines(), nation), keys(row.grownUp(), nation))
                .flatMap(Function.identity())
                .distinct()
                .flatMap(key -> contents.route(key).stream())
                .flatMap(route -> facts.of(route.factKey(), nation).stream())
                .toList();
    }

    private static Stream<String> keys(@Nullable List<LineRow> rows, String nation) {
        return Objects.requireNonNullElse(rows, List.<LineRow>of()).stream()
                .filter(row -> row.isFor(nation))
                .map(LineRow::key);
    }

    /** Builds help content in one language for one nation. */
    private record Page(Contents contents, Facts facts, String nation, Language language) {
        HelpPanel help(String band) {
            var row = contents.band(band);
            var reader = contents.reader(nation);
            return new HelpPanel(
                    row.band(),
                    new HelpPanel.Words(
                            row.heading(), row.lead(), Objects.requireNonNullElse(row.waits(), ""), row.last()),
                    reader,
                    line(new LineRow(DANGER, null, row.danger(), ""), reader),
                    lines(row.lines(), reader),
                    lines(row.grownUp(), reader));
        }

        private List<HelpLine> lines(@Nullable List<LineRow> rows, String reader) {
            return rows == null
                    ? List.of()
                    : rows.stream()
                            .filter(row -> row.isFor(nation))
                            .map(row -> line(row, reader))
                            .toList();
        }

        private HelpLine line(LineRow row, String reader) {
            var route = contents.route(row.key());
            return new HelpLine(
                    row.key(),
                    filled(row.heading()).replace("#", reader),
                    filled(row.text()).replace("#", reader),
                    route.map(there -> filled(there.label())).orElse(null),
                    route.flatMap(there -> facts.of(there.factKey(), nation))
                            .map(Fact::address)
                            .orElse(null));
        }

        private String filled(String words) {
            return facts.in(words, language).text();
        }
    }

    private static Contents read(String words) {
        try (var file = HelpBook.class.getResourceAsStream(words)) {
            return new YAMLMapper().readValue(file, Contents.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parsed YAML file. */
    private record Contents(List<RouteRow> routes, List<ReaderRow> readers, List<BandRow> bands) {
        BandRow band(String key) {
            var design = BandDesign.of(key).map(BandDesign::key).orElse("");
            return bands.stream()
                    .filter(row -> row.band().equals(design))
                    .findFirst()
                    .orElse(bands.getFirst());
        }

        String reader(String nation) {
            return readers.stream()
                    .filter(row -> row.nation().equals(nation))
                    .findFirst()
                    .orElse(readers.getFirst())
                    .title();
        }

        Optional<RouteRow> route(String key) {
            return routes.stream().filter(row -> row.key().equals(key)).findFirst();
        }
    }

    /** The button of a help line, and the key of the fact with its number or page; if none is named, the line's key. */
    private record RouteRow(String key, @Nullable String fact, String label) {
        String factKey() {
            return fact == null ? key : fact;
        }
    }

    /** The title that a school's safeguarding lead has in a nation. */
    private record ReaderRow(String nation, String title) {}

    /** The help texts for an age band. */
    private record BandRow(
            String band,
            String heading,
            String lead,
            @Nullable String waits,
            String danger,
            String last,
            List<LineRow> lines,

            @JsonProperty("grown-up") @Nullable List<LineRow> grownUp) {}

    /** A line of the help panel; with a nation, it is for children of that nation only. */
    private record LineRow(String key, @Nullable String nation, String heading, String text) {
        boolean isFor(String where) {
            return nation == null || nation.equals(where);
        }
    }
}
