package uk.thinkuknow.schools.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.imports.SchoolRow.Authority;
import uk.thinkuknow.schools.imports.SchoolRow.Region;

/**
 * Parses rows of the extract of all establishments from Get Information About Schools (GIAS), which covers England and
 * a part of Wales.
 */
final class GiasFormat extends SchoolFileFormat {
    private static final String CODE = "LA (code)";
    private static final String NUMBER = "EstablishmentNumber";
    private static final int PRIMARY_UP_TO = 13;
    private static final int NURSERY_UP_TO = 5;
    private static final int SIXTEEN = 16;

    @Override
    List<String> marks() {
        return List.of("URN", "EstablishmentName");
    }

    @Override
    List<String> needed() {
        return List.of(
                "URN",
                CODE,
                "LA (name)",
                "EstablishmentName",
                "EstablishmentStatus (code)",
                "PhaseOfEducation (code)",
                "Town",
                "Postcode",
                "GOR (name)");
    }

    @Override
    Optional<String> headingOf(RegisterFact fact) {
        return fact.headings().stream().findFirst();
    }

    @Override
    SchoolRow read(CsvTable table, List<String> fields) {
        var urn = table.field(fields, "URN").orElse("");
        if (!urn.matches("0*[1-9][0-9]{0,9}")) {
            throw urn.isEmpty()
                    ? new RowRefused("imports.noUrn")
                    : new RowRefused("imports.noNumber", "URN", FieldParser.shortened(urn));
        }
        var facts = facts(table, fields);
        facts.put(RegisterFact.PHASE, phase(facts));
        var code = FieldParser.code(table.field(fields, CODE).orElse(""));
        if (code.isEmpty()) {
            throw new RowRefused("imports.noAuthority");
        }
        table.field(fields, NUMBER)
                .ifPresent(number -> facts.put(RegisterFact.LA, number.isEmpty() ? "" : code + "/" + number));
        return new SchoolRow(
                table.row(),
                "urn",
                urn.replaceFirst("^0+", ""),
                facts,
                new Authority(
                        "la-" + code.toLowerCase(Locale.UK),
                        named(table.field(fields, "LA (name)").orElse(""), code),
                        region(table, fields)));
    }

    private static String named(String name, String code) {
        return name.isEmpty()
                ? Words.of("imports.authority", code)
                : name.length() <= 80 ? name : name.substring(0, 80);
    }

    private static Region region(CsvTable table, List<String> fields) {
        var name = table.field(fields, "GOR (name)").orElse("");
        if (name.toLowerCase(Locale.UK).startsWith("wales")) {
            return new Region("wales", "Wales", "wales");
        }
        var isNone = name.isEmpty() || name.equalsIgnoreCase("Not Applicable");
        var key = FieldParser.slug(name);
        return isNone || key.isEmpty()
                ? new Region("no-region", Words.of("imports.noRegion"), "england")
                : new Region(key, FieldParser.shortened(name), "england");
    }

    /** The phase: "special" for special schools, else from the register's code, else from the ages. */
    private static String phase(Map<RegisterFact, @Nullable Object> facts) {
        if (facts.get(RegisterFact.KIND) instanceof String kind
                && kind.toLowerCase(Locale.UK).contains("special")) {
            return "special";
        }
        return switch (FieldParser.code(String.valueOf(facts.get(RegisterFact.PHASE)))) {
            case "1" -> "nursery";
            case "2", "3" -> "primary";
            case "4", "5" -> "secondary";
            case "6" -> "16 plus";
            case "7" -> "all-through";
            case "0", "" -> byAges(facts.get(RegisterFact.LOWEST_AGE), facts.get(RegisterFact.HIGHEST_AGE));
            default ->
                throw new RowRefused(
                        "imports.phaseCodeUnknown",
                        FieldParser.shortened(String.valueOf(facts.get(RegisterFact.PHASE))));
        };
    }

    private static String byAges(@Nullable Object lowest, @Nullable Object highest) {
        if (!(lowest instanceof Integer from) || !(highest instanceof Integer to)) {
            return "other";
        }
        if (to <= NURSERY_UP_TO) {
            return "nursery";
        }
        if (from >= SIXTEEN) {
            return "16 plus";
        }
        return to <= PRIMARY_UP_TO ? "primary" : from <= NURSERY_UP_TO + 2 ? "all-through" : "secondary";
    }
}
