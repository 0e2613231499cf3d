package uk.thinkuknow.schools.registers;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kind of register file: recognises it by its headings and parses its rows into schools. */
abstract class Format {
    private static final int OLDEST = 99;
    private static final int PUPILS_AT_MOST = 20_000;
    private static final int METRES_AT_MOST = 1_400_000;

    /** The headings that identify this kind of file. */
    abstract List<String> marks();

    /** The required headings; without them nothing can be compared. */
    abstract List<String> needed();

    /**
     * Parses a row.
     *
     * @throws RowRefused if it cannot be parsed
     */
    abstract SchoolRow read(Table table, List<String> fields);

    /** The heading of a fact in this kind of file. */
    abstract Optional<String> headingOf(Fact fact);

    /** The facts of a row that the file has columns for, blank ones too. */
    Map<Fact, @Nullable Object> facts(Table table, List<String> fields) {
        var facts = new EnumMap<Fact, @Nullable Object>(Fact.class);
        for (var fact : Fact.values()) {
            var heading = headingOf(fact);
            heading.flatMap(name -> table.field(fields, name))
                    .ifPresent(typed -> facts.put(fact, value(fact, heading.orElseThrow(), typed)));
        }
        if (facts.get(Fact.NAME) instanceof String name && name.isEmpty()) {
            throw new RowRefused("The school has no name.");
        }
        return facts;
    }

    private @Nullable Object value(Fact fact, String heading, String typed) {
        return switch (fact) {
            case OPENED_ON, CLOSED_ON -> Cells.date(heading, typed);
            case LOWEST_AGE, HIGHEST_AGE -> Cells.number(heading, typed, OLDEST);
            case ROLL -> Cells.number(heading, typed, PUPILS_AT_MOST);
            case EASTING, NORTHING -> Cells.number(heading, typed, METRES_AT_MOST);
            case STATUS -> status(heading, typed);
            case POSTCODE -> Cells.text(fact, heading, Cells.postcode(typed));
            case FSM -> Cells.percentage(typed);
            case PHASE, NAME, STREET, TOWN, KIND, AUTHORITY, LA, UKPRN, TRUST, CONSTITUENCY, RURALITY ->
                Cells.text(fact, heading, typed);
        };
    }

    private static String status(String heading, String typed) {
        return switch (Cells.code(typed)) {
            case "1", "OPEN" -> "open";
            case "2", "CLOSED" -> "closed";
            case "3", "CLOSING", "OPEN, BUT PROPOSED TO CLOSE" -> "closing";
            case "4", "PROPOSED", "PROPOSED TO OPEN" -> "proposed";
            default ->
                throw new RowRefused(
                        "%s \"%s\" is none that is known: 1 open, 2 closed, 3 open but proposed to close, 4 proposed to open."
                                .formatted(heading, Cells.shortened(typed)));
        };
    }

    static @Nullable LocalDate day(Map<Fact, @Nullable Object> facts, Fact fact) {
        return facts.get(fact) instanceof LocalDate day ? day : null;
    }
}
