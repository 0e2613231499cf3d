package uk.thinkuknow.schools.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses rows of the links extract of GIAS, which says which establishment succeeded which. */
final class LinksFormat {
    static final List<String> NEEDED = List.of("URN", "LinkURN", "LinkType");
    private static final String ON = "LinkEstablishedDate";

    private LinksFormat() {}

    /**
     * The succession a row states; empty for other links, such as two schools that share a sixth form.
     *
     * @throws RowRefused if it cannot be parsed
     */
    static Optional<LinkRow> read(CsvTable table, List<String> fields) {
        var own = urn("URN", table.field(fields, "URN").orElse(""));
        var other = urn("LinkURN", table.field(fields, "LinkURN").orElse(""));
        var type = table.field(fields, "LinkType").orElse("").toLowerCase(Locale.UK);
        var on = FieldParser.date(ON, table.field(fields, ON).orElse(""));
        if (own.equals(other)) {
            throw new RowRefused("imports.linkedWithItself", own);
        }
        if (type.startsWith("successor")) {
            return Optional.of(new LinkRow(own, other, kind(type), on, false));
        }
        if (type.startsWith("predecessor")) {
            return Optional.of(new LinkRow(other, own, kind(type), on, false));
        }
        if (type.startsWith("result of amalgamation") || type.startsWith("merged")) {
            return Optional.of(new LinkRow(own, other, kind(type), on, true));
        }
        return Optional.empty();
    }

    private static String kind(String type) {
        return type.contains("split")
                ? "split"
                : type.contains("merge") ? "merged" : type.contains("amalgam") ? "amalgamated" : "successor";
    }

    private static String urn(String heading, String typed) {
        if (!typed.matches("0*[1-9][0-9]{0,9}")) {
            throw typed.isEmpty()
                    ? new RowRefused("imports.headingEmpty", heading)
                    : new RowRefused("imports.noNumber", heading, FieldParser.shortened(typed));
        }
        return typed.replaceFirst("^0+", "");
    }
}
