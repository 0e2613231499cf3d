package uk.thinkuknow.schools.imports;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A format of files with schools from a national register. Says by which headings it is recognised and parses rows into
 * schools.
 */
abstract class SchoolFileFormat {
    private static final int OLDEST = 99;
    private static final int PUPILS_AT_MOST = 20_000;
    private static final int METRES_AT_MOST = 1_400_000;

    /** The headings that identify this format; one of them is enough. */
    abstract List<String> marks();

    /** The headings that a file must have; without one of them it is refused, because nothing could be compared. */
    abstract List<String> needed();

    /**
     * Parses a row.
     *
     * @throws RowRefused if it cannot be parsed
     */
    abstract SchoolRow read(CsvTable table, List<String> fields);

    /** The heading of a fact in this format; empty if it has no column of its own. */
    abstract Optional<String> headingOf(RegisterFact fact);

    /** The facts of a row that the file has columns for, blank ones too. */
    Map<RegisterFact, @Nullable Object> facts(CsvTable table, List<String> fields) {
        var facts = new EnumMap<RegisterFact, @Nullable Object>(RegisterFact.class);
        for (var fact : RegisterFact.values()) {
            var heading = headingOf(fact);
            heading.flatMap(name -> table.field(fields, name))
                    .ifPresent(typed -> facts.put(fact, value(fact, heading.orElseThrow(), typed)));
        }
        if (facts.get(RegisterFact.NAME) instanceof String name && name.isEmpty()) {
            throw new RowRefused("imports.noName");
        }
        return facts;
    }

    private @Nullable Object value(RegisterFact fact, String heading, String typed) {
        return switch (fact) {
            case OPENED_ON, CLOSED_ON -> FieldParser.date(heading, typed);
            case LOWEST_AGE, HIGHEST_AGE -> FieldParser.number(heading, typed, OLDEST);
            case ROLL -> FieldParser.number(heading, typed, PUPILS_AT_MOST);
            case EASTING, NORTHING -> FieldParser.number(heading, typed, METRES_AT_MOST);
            case STATUS -> status(heading, typed);
            case POSTCODE -> FieldParser.text(fact, heading, FieldParser.postcode(typed));
            case FSM -> FieldParser.percentage(typed);
            case PHASE, NAME, STREET, TOWN, KIND, AUTHORITY, LA, UKPRN, TRUST, CONSTITUENCY, RURALITY ->
                FieldParser.text(fact, heading, typed);
        };
    }

    private static String status(String heading, String typed) {
        return switch (FieldParser.code(typed)) {
            case "1", "OPEN" -> "open";
            case "2", "CLOSED" -> "closed";
            case "3", "CLOSING", "OPEN, BUT PROPOSED TO CLOSE" -> "closing";
            case "4", "PROPOSED", "PROPOSED TO OPEN" -> "proposed";
            default -> throw new RowRefused("imports.statusUnknown", heading, FieldParser.shortened(typed));
        };
    }

    static @Nullable LocalDate day(Map<RegisterFact, @Nullable Object> facts, RegisterFact fact) {
        return facts.get(fact) instanceof LocalDate day ? day : null;
    }
}
