package uk.thinkuknow.schools.registers;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.InWords;

/** Reads single fields as registers write them; what cannot be read is refused by the name of its column. */
final class Cells {
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("dd-MM-uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT));

    private Cells() {}

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
                // the next form may fit
            }
        }
        throw new RowRefused("%s \"%s\" is no date: it should be like 31-08-2025 or 31/08/2025."
                .formatted(heading, shortened(typed)));
    }

    static @Nullable Integer number(String heading, String typed, int atMost) {
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[0-9]{1,9}") || Integer.parseInt(typed) > atMost) {
            throw new RowRefused("%s \"%s\" is no number from 0 to %s."
                    .formatted(heading, shortened(typed), InWords.number(atMost)));
        }
        return Integer.parseInt(typed);
    }

    static String text(Fact fact, String heading, String typed) {
        if (typed.length() > fact.atMost()) {
            throw new RowRefused(
                    "%s has %d characters, and at most %d are kept.".formatted(heading, typed.length(), fact.atMost()));
        }
        return typed;
    }

    /** Codes come with and without a leading zero: 02 and 2 are the same. */
    static String code(String typed) {
        var bare = typed.replaceFirst("^0+(?=.)", "");
        return bare.toUpperCase(Locale.UK);
    }

    /** A percentage as it is written; registers write "..", "SUPP" or nothing for what is not known. */
    static String percentage(String typed) {
        return typed.matches("[0-9]{1,3}(\\.[0-9]+)?") ? typed : "";
    }

    static String postcode(String typed) {
        var squeezed = typed.toUpperCase(Locale.UK).replaceAll("\\s+", " ");
        return squeezed.matches("(?i)not recorded|not applicable") ? "" : squeezed;
    }

    /** A name as part of a key: "Yorkshire and the Humber" is yorkshire-and-the-humber. */
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
