package uk.thinkuknow.schools.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.thinkuknow.schools.imports.SchoolRow.Authority;
import uk.thinkuknow.schools.imports.SchoolRow.Region;

/**
 * Parses rows of our own file format for nations that GIAS does not cover: one school a row, with its number in the
 * nation's register.
 */
final class NationsFormat extends SchoolFileFormat {
    private static final List<String> PHASES =
            List.of("nursery", "primary", "secondary", "special", "all-through", "16 plus", "other");

    @Override
    List<String> marks() {
        return List.of("Nation", "Number");
    }

    @Override
    List<String> needed() {
        return List.of("Nation", "Number", "Name", "Status", "Phase", "Town", "Postcode", "Authority");
    }

    @Override
    Optional<String> headingOf(RegisterFact fact) {
        return switch (fact) {
            case NAME -> Optional.of("Name");
            case STREET -> Optional.of("Street");
            case TOWN -> Optional.of("Town");
            case POSTCODE -> Optional.of("Postcode");
            case EASTING -> Optional.of("Easting");
            case NORTHING -> Optional.of("Northing");
            case UKPRN -> Optional.of("UKPRN");
            case AUTHORITY, LA -> Optional.empty();
            case PHASE,
                    KIND,
                    STATUS,
                    OPENED_ON,
                    CLOSED_ON,
                    LOWEST_AGE,
                    HIGHEST_AGE,
                    ROLL,
                    TRUST,
                    CONSTITUENCY,
                    FSM,
                    RURALITY -> Optional.of(fact.headings().getLast());
        };
    }

    @Override
    SchoolRow read(CsvTable table, List<String> fields) {
        var nation = nation(table.field(fields, "Nation").orElse(""));
        var number = table.field(fields, "Number").orElse("");
        var facts = facts(table, fields);
        var phase = String.valueOf(facts.get(RegisterFact.PHASE)).toLowerCase(Locale.UK);
        if (!PHASES.contains(phase)) {
            throw new RowRefused("imports.phaseUnknown", FieldParser.shortened(phase), String.join(", ", PHASES));
        }
        facts.put(RegisterFact.PHASE, phase);
        var authority = table.field(fields, "Authority").orElse("");
        if (authority.isEmpty() || authority.length() > 80) {
            throw new RowRefused("imports.noAuthorityOrLong");
        }
        return new SchoolRow(
                table.row(),
                nation.scheme(),
                nation.key(number),
                facts,
                new Authority(nation.region().key() + "-" + FieldParser.slug(authority), authority, nation.region()));
    }

    /** A nation with the scheme and the pattern of its register's numbers. */
    private enum Nation {
        SCOTLAND("seed", new Region("scotland", "Scotland", "scotland"), "[0-9]{5,8}"),
        WALES("wales", new Region("wales", "Wales", "wales"), "[0-9]{3}/?[0-9]{4}"),
        NORTHERN_IRELAND(
                "de", new Region("northern-ireland", "Northern Ireland", "northern-ireland"), "[0-9]{3}-?[0-9]{4}");

        private final String scheme;
        private final Region region;
        private final String pattern;

        Nation(String scheme, Region region, String pattern) {
            this.scheme = scheme;
            this.region = region;
            this.pattern = pattern;
        }

        String scheme() {
            return scheme;
        }

        Region region() {
            return region;
        }

        String key(String number) {
            if (!number.matches(pattern)) {
                throw new RowRefused("imports.numberUnlike." + name(), FieldParser.shortened(number));
            }
            return switch (this) {
                case SCOTLAND -> number;
                case WALES -> number.replace("/", "").replaceFirst("^(...)", "$1/");
                case NORTHERN_IRELAND -> number.replace("-", "").replaceFirst("^(...)", "$1-");
            };
        }
    }

    private static Nation nation(String typed) {
        return switch (FieldParser.slug(typed)) {
            case "scotland" -> Nation.SCOTLAND;
            case "wales" -> Nation.WALES;
            case "northern-ireland" -> Nation.NORTHERN_IRELAND;
            default -> throw new RowRefused("imports.nationUnknown", FieldParser.shortened(typed));
        };
    }
}
