package uk.thinkuknow.bookings.trainers;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.thinkuknow.bookings.matching.TrainerLimits;
import uk.thinkuknow.bookings.matching.TrainerWords;
import uk.thinkuknow.common.Refused;

/** The submitted form with a trainer's home, limits, age bands and languages. */
record TermsForm(
        String home, String kilometres, String sessions, List<String> bands, List<String> languages, int version) {
    private static final int HOME_AT_MOST = 60;

    /** The trainer's terms as parsed from the form, with the version that the form was made from. */
    record ParsedTerms(String home, TrainerLimits limits, int version) {
        String inWords() {
            return "%s, %d km, %d a day, ages %s, %s"
                    .formatted(
                            home.isBlank() ? "no home" : home.strip(),
                            limits.kilometres(),
                            limits.sessionsADay(),
                            TrainerWords.bands(limits.bands()),
                            TrainerWords.languages(limits.languages()));
        }
    }

    /** Refuses a home at which the national register of schools has no school. */
    static final class NoSuchPlace extends Refused {
        NoSuchPlace(String typed) {
            super("No school of the register lies in “" + typed
                    + "”. Type the first half of a postcode in which there is a school, or a town.");
        }
    }

    static TermsForm of(Trainer trainer) {
        var home = trainer.homeTyped();
        var limits = trainer.limits();
        return new TermsForm(
                home == null ? "" : home,
                String.valueOf(limits.kilometres()),
                String.valueOf(limits.sessionsADay()),
                List.copyOf(limits.bands()),
                List.copyOf(limits.languages()),
                trainer.version());
    }

    static TermsForm of(MultivaluedMap<String, String> fields) {
        return new TermsForm(
                text(fields, "home"),
                text(fields, "kilometres"),
                text(fields, "sessions"),
                known(fields.get("band"), TrainerWords.BANDS),
                known(fields.get("language"), TrainerWords.LANGUAGES.keySet()),
                WeekForm.version(fields));
    }

    /** The problems by field, in the order of the page. */
    Map<String, String> problems() {
        var problems = new LinkedHashMap<String, String>();
        if (home.strip().length() > HOME_AT_MOST) {
            problems.put("home", "Type a postcode, the first half of one, or a town.");
        }
        if (number(kilometres, 0, Trainer.KILOMETRES_AT_MOST) < 0) {
            problems.put(
                    "kilometres", "Type a whole number of kilometres from 0 to " + Trainer.KILOMETRES_AT_MOST + ".");
        }
        if (number(sessions, 1, Trainer.SESSIONS_AT_MOST) < 0) {
            problems.put("sessions", "Type a whole number of sessions from 1 to " + Trainer.SESSIONS_AT_MOST + ".");
        }
        if (bands.isEmpty()) {
            problems.put("band", "Choose at least one age band.");
        }
        if (languages.isEmpty()) {
            problems.put("language", "Choose at least one language.");
        }
        return problems;
    }

    /** Parses the form; valid only if there are no problems. */
    ParsedTerms typed() {
        return new ParsedTerms(
                home,
                new TrainerLimits(
                        number(kilometres, 0, Trainer.KILOMETRES_AT_MOST),
                        number(sessions, 1, Trainer.SESSIONS_AT_MOST),
                        Set.copyOf(bands),
                        Set.copyOf(languages)),
                version);
    }

    private static int number(String typed, int least, int most) {
        try {
            int number = Integer.parseInt(typed.strip());
            return number < least || number > most ? -1 : number;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    static String text(MultivaluedMap<String, String> fields, String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    private static List<String> known(
            @org.jspecify.annotations.Nullable List<String> chosen, java.util.Collection<String> all) {
        return chosen == null
                ? List.of()
                : chosen.stream().filter(all::contains).distinct().toList();
    }
}
