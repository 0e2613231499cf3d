package uk.thinkuknow.reach.targets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.reach.totals.AreaKind;
import uk.thinkuknow.reach.totals.TargetSlices;

/**
 * Selects a table of targets: year, measure, kind of area (the rows), and dimension of the columns.
 *
 * @param planned the year, with its age bands
 * @param held the fixed part of every column: the slice if the columns are terms, otherwise the term
 * @param words search words for the name of an area or of the area that contains it; empty for all
 * @param page counted from 1
 */
record TargetTableQuery(
        PlannedYear planned, Measure measure, AreaKind kind, Across across, String held, String words, int page) {

    /** A year and the keys of the age bands for which it can have targets, youngest first. */
    record PlannedYear(String key, List<String> bands) {}

    /** The dimensions that the columns of a table of targets can have: terms, age bands or phases. */
    enum Across {
        TERMS,
        BANDS,
        PHASES;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        String words() {
            return Words.of(this);
        }
    }

    /** A column of the table of targets: a term of the fixed slice, or a slice of the fixed term. */
    record Column(String key, String name, String term, String slice) {}

    /** The query parameters of a table of targets; a missing one takes its default. */
    record Parameters(
            @RestQuery @Nullable String year,
            @RestQuery @Nullable String of,
            @RestQuery @Nullable String areas,
            @RestQuery @Nullable String across,
            @RestQuery @Nullable String held,
            @RestQuery @Nullable String words,
            @RestQuery @Nullable Integer page) {}

    /** @throws NotFound for an unknown value */
    static TargetTableQuery of(PlannedYear year, Parameters asked, AreaKind usual) {
        var across = Arrays.stream(Across.values())
                .filter(each -> each.key().equals(or(asked.across(), "terms")))
                .findFirst()
                .orElseThrow(NotFound::new);
        var measure = Measure.of(or(asked.of(), "children")).orElseThrow(NotFound::new);
        var kind = AreaKind.of(or(asked.areas(), usual.key())).orElseThrow(NotFound::new);
        int page = asked.page() == null ? 1 : Math.clamp(asked.page(), 1, 10_000);
        return new TargetTableQuery(
                year,
                measure,
                kind,
                across,
                held(across, asked.held(), year.bands()),
                or(asked.words(), "").strip(),
                page);
    }

    /** A link that changes the columns still carries the old fixed part; it is then replaced by the default. */
    private static String held(Across across, @Nullable String asked, List<String> bands) {
        var held = or(asked, "");
        if (!held.isEmpty()
                && !isTerm(held)
                && !TargetSlices.each(bands).contains(held)
                && !TargetSlices.isBand(held)) {
            throw new NotFound();
        }
        var mine = across == Across.TERMS ? TargetSlices.each(bands) : terms();
        return mine.contains(held) ? held : mine.getFirst();
    }

    private static boolean isTerm(String key) {
        return terms().contains(key);
    }

    private static List<String> terms() {
        var terms = new ArrayList<>(Period.TERMS);
        terms.add(Period.WHOLE_YEAR);
        return terms;
    }

    private static String or(@Nullable String value, String usual) {
        return value == null || value.isEmpty() ? usual : value;
    }

    public String year() {
        return planned.key();
    }

    List<Column> columns() {
        return switch (across) {
            case TERMS ->
                terms().stream()
                        .map(term -> new Column(term, TextFormat.capitalised(term), term, held))
                        .toList();
            case BANDS -> slices(planned.bands());
            case PHASES -> slices(TargetSlices.PHASES);
        };
    }

    private List<Column> slices(List<String> some) {
        return Stream.concat(Stream.of(TargetSlices.ALL), some.stream())
                .map(slice -> new Column(slice.replace(' ', '-'), TargetSlices.name(slice), held, slice))
                .toList();
    }

    TargetCell cell(String area, Column column) {
        return new TargetCell(year(), measure, kind, area, column.term(), column.slice());
    }

    /** The slices or terms that can be fixed. */
    List<String> choices() {
        return across == Across.TERMS ? TargetSlices.each(planned.bands()) : terms();
    }

    /** The name of the fixed part, for example "All children", "Ages 8–10" or "Autumn term". */
    static String heldName(String held, Measure measure) {
        if (isTerm(held)) {
            return held.equals(Period.WHOLE_YEAR)
                    ? Words.of("targets.wholeYear")
                    : Words.of("targets.term", TextFormat.capitalised(held));
        }
        return held.equals(TargetSlices.ALL) ? Words.of("targets.all." + measure) : TargetSlices.name(held);
    }

    TargetTableQuery holding(String other) {
        return new TargetTableQuery(planned, measure, kind, across, other, words, 1);
    }

    TargetTableQuery onPage(int other) {
        return new TargetTableQuery(planned, measure, kind, across, held, words, other);
    }

    /** The same table without search words. */
    TargetTableQuery withoutSearch() {
        return new TargetTableQuery(planned, measure, kind, across, held, "", 1);
    }

    /** The same table of another year; a band that the other year does not have is replaced by all ages. */
    TargetTableQuery inYear(String other) {
        return new TargetTableQuery(new PlannedYear(other, planned.bands()), measure, kind, across, held, words, page);
    }

    /** The parameters of this table, by name. */
    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("year", year());
        parameters.put("of", measure.key());
        parameters.put("areas", kind.key());
        parameters.put("across", across.key());
        parameters.put("held", held);
        parameters.put("words", words);
        parameters.put("page", "" + page);
        return parameters;
    }

    /** The query string of this table. */
    public String query() {
        var query = "?year=" + year() + "&of=" + measure.key() + "&areas=" + kind.key() + "&across=" + across.key()
                + "&held=" + coded(held);
        return query + (words.isEmpty() ? "" : "&words=" + coded(words)) + (page == 1 ? "" : "&page=" + page);
    }

    /** The name of the file for this table, without its extension. */
    String fileName() {
        return String.join("-", "targets", year(), measure.key(), kind.key(), across.key(), held.replace(' ', '-'));
    }

    static String coded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
