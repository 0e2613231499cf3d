package uk.thinkuknow.help;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.shared.Language;
import uk.thinkuknow.shared.London;

/**
 * Whom children can turn to, by band, nation and day: titles, numbers and words are read from {@code help.yaml}, the Welsh
 * ones from {@code help.cy.yaml}.
 */
@Singleton
public class HelpBook {
    /** Where it is not known in which nation a child is. */
    public static final String ANYWHERE = "";

    private static final Map<Language, Contents> CONTENTS =
            Map.of(Language.ENGLISH, read("/help.yaml"), Language.WELSH, read("/help.cy.yaml"));

    private final Clock clock;

    HelpBook(Clock clock) {
        this.clock = clock;
    }

    /** What a band is told today in a nation, in English; an unknown band is told what suits any child. */
    public Help of(String band, String nation) {
        return of(band, nation, Language.ENGLISH);
    }

    /** The same in a language. */
    public Help of(String band, String nation, Language language) {
        return of(band, nation, London.today(clock), language);
    }

    static Help of(String band, String nation, LocalDate day) {
        return of(band, nation, day, Language.ENGLISH);
    }

    static Help of(String band, String nation, LocalDate day, Language language) {
        return of(Objects.requireNonNull(CONTENTS.get(language)), band, nation, day);
    }

    private static Help of(Contents contents, String band, String nation, LocalDate day) {
        var rows = contents.bands();
        var words =
                rows.stream().filter(row -> row.band().equals(band)).findFirst().orElse(rows.getFirst());
        var reader = Objects.requireNonNull(newest(contents.readers(), "", nation, day))
                .title();
        return new Help(
                words.band(),
                new Help.Words(
                        words.heading(), words.lead(), Objects.requireNonNullElse(words.waits(), ""), words.last()),
                reader,
                line(contents, new LineRow("danger", null, words.danger(), ""), reader, nation, day),
                lines(contents, words.lines(), reader, nation, day),
                lines(contents, words.grownUp(), reader, nation, day));
    }

    private static List<HelpLine> lines(
            Contents contents, @Nullable List<LineRow> rows, String reader, String nation, LocalDate day) {
        return rows == null
                ? List.of()
                : rows.stream()
                        .filter(row -> row.nation() == null || row.nation().equals(nation))
                        .map(row -> line(contents, row, reader, nation, day))
                        .toList();
    }

    private static HelpLine line(Contents contents, LineRow row, String reader, String nation, LocalDate day) {
        var route = newest(contents.routes(), row.key(), nation, day);
        return new HelpLine(
                row.key(),
                row.heading().replace("#", reader),
                row.text().replace("#", reader),
                route == null ? null : route.label(),
                route == null ? null : route.address());
    }

    /** Of the rows in force that day the nation's own, else the one for everywhere; of two the later. */
    private static <T extends Dated> @Nullable T newest(List<T> rows, String key, String nation, LocalDate day) {
        return rows.stream()
                .filter(row -> key.equals(Objects.requireNonNullElse(row.key(), "")))
                .filter(row -> nationOf(row).isEmpty() || nationOf(row).equals(nation))
                .filter(row -> !LocalDate.parse(row.from()).isAfter(day))
                .max(Comparator.<T, Boolean>comparing(row -> !nationOf(row).isEmpty())
                        .thenComparing(Dated::from))
                .orElse(null);
    }

    private static String nationOf(Dated row) {
        return Objects.requireNonNullElse(row.nation(), ANYWHERE);
    }

    private static Contents read(String words) {
        try (var file = HelpBook.class.getResourceAsStream(words)) {
            return new YAMLMapper().readValue(file, Contents.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Dated {
        @Nullable
        String key();

        @Nullable
        String nation();

        String from();
    }

    private record Contents(List<RouteRow> routes, List<ReaderRow> readers, List<BandRow> bands) {}

    private record RouteRow(String key, @Nullable String nation, String from, String label, String address)
            implements Dated {}

    private record ReaderRow(@Nullable String key, @Nullable String nation, String from, String title)
            implements Dated {}

    private record BandRow(
            String band,
            String heading,
            String lead,
            @Nullable String waits,
            String danger,
            String last,
            List<LineRow> lines,

            @JsonProperty("grown-up") @Nullable List<LineRow> grownUp) {}

    /** A line; with a nation it is for children there only. */
    private record LineRow(String key, @Nullable String nation, String heading, String text) {}
}
