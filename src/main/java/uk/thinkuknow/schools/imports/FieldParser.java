package uk.thinkuknow.schools.imports;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parses single fields of a file of a national register of schools: dates, numbers, codes, postcodes. Its refusals name
 * the column.
 */
final class FieldParser {
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("dd-MM-uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT));

    private FieldParser() {}

    /**
     * @return null for an empty field
     * @throws RowRefused if it is not a date
     */
    static @Nullable LocalDate date(String heading, String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        for (var form : DATES) {
            try {
                var date = LocalDate.parse(typed, form);
                if (date.getYear() >= 1000) {
                    return date;
                }
            } catch (DateTimeParseException e) {
                // try the next pattern
            }
        }
        throw new RowRefused("imports.noDate", heading, shortened(typed));
    }

    /**
     * @return null for an empty field
     * @throws RowRefused if it is not a whole number from 0 to {@code atMost}
     */
    static @Nullable Integer number(String heading, String typed, int atMost) {
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[0-9]{1,9}") || Integer.parseInt(typed) > atMost) {
            throw new RowRefused("imports.noNumberTo", heading, shortened(typed), atMost);
        }
        return Integer.parseInt(typed);
    }

    /** @throws RowRefused if it is longer than the fact allows */
    static String text(RegisterFact fact, String heading, String typed) {
        if (typed.length() > fact.atMost()) {
            throw new RowRefused("imports.textTooLong", heading, typed.length(), fact.atMost());
        }
        return typed;
    }

    /** A code without leading zeros, in capitals: registers write both 02 and 2. */
    static String code(String typed) {
        var bare = typed.replaceFirst("^0+(?=.)", "");
        return bare.toUpperCase(Locale.UK);
    }

    /** The percentage as written; empty for any other text, such as ".." or "SUPP", which mean unknown. */
    static String percentage(String typed) {
        return typed.matches("[0-9]{1,3}(\\.[0-9]+)?") ? typed : "";
    }

    /** The postcode in capitals with single spaces; empty for "not recorded" and "not applicable". */
    static String postcode(String typed) {
        var squeezed = typed.toUpperCase(Locale.UK).replaceAll("\\s+", " ");
        return squeezed.matches("(?i)not recorded|not applicable") ? "" : squeezed;
    }

    /** A name as part of a key, at most 30 characters: "Yorkshire and the Humber" becomes yorkshire-and-the-humber. */
    static String slug(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        var slug = plain.toLowerCase(Locale.UK)
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.length() <= 30 ? slug : slug.substring(0, 30);
    }

    static String shortened(String typed) {
        return typed.length() <= 40 ? typed : typed.substring(0, 40) + "…";
    }
}
