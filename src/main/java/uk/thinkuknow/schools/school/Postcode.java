package uk.thinkuknow.schools.school;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the postcode district in typed text that is a whole postcode or a district. */
final class Postcode {
    private static final Pattern WHOLE = Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?)[0-9][A-Z]{2}");
    private static final Pattern DISTRICT = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?");

    private Postcode() {}

    /** The outward code in capitals: "ZZ1" for "zz1 4aa" and for "ZZ1"; empty if the text is neither. */
    static Optional<String> districtOf(String typed) {
        var squeezed = typed.toUpperCase(Locale.UK).replaceAll("\\s+", "");
        var whole = WHOLE.matcher(squeezed);
        if (whole.matches()) {
            return Optional.of(whole.group(1));
        }
        return DISTRICT.matcher(squeezed).matches() ? Optional.of(squeezed) : Optional.empty();
    }
}
