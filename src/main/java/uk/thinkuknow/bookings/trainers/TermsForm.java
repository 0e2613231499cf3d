package uk.thinkuknow.bookings.trainers;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.thinkuknow.bookings.matching.TrainerLimits;
import uk.thinkuknow.bookings.matching.TrainerWords;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.web.FormError;

/** The submitted form with a trainer's home, limits, age bands and languages. */
record TermsForm(
        String home, String kilometres, String sessions, List<String> bands, List<String> languages, int version) {
    private static final int HOME_AT_MOST = 60;

    /** The trainer's terms as parsed from the form, with the version that the form was made from. */
    record ParsedTerms(String home, TrainerLimits limits, int version) {
        String inWords() {
            return Words.of(
                    "trainers.terms",
                    home.isBlank() ? Words.of("trainers.noHome") : home.strip(),
                    limits.kilometres(),
                    limits.sessionsADay(),
                    TrainerWords.bands(limits.bands()),
                    TrainerWords.languages(limits.languages()));
        }
    }

    /** Refuses a home at which the national register of schools has no school. */
    static final class NoSuchPlace extends Refused {
        NoSuchPlace(String typed) {
            super("trainers.noSuchPlace", typed);
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

    /** @param bands the keys of the age bands that there are */
    static TermsForm of(MultivaluedMap<String, String> fields, List<String> bands) {
        return new TermsForm(
                text(fields, "home"),
                text(fields, "kilometres"),
                text(fields, "sessions"),
                known(fields.get("band"), bands),
                known(fields.get("language"), TrainerWords.LANGUAGES.keySet()),
                WeekForm.version(fields));
    }

    /** What is wrong, in the order of the page. */
    List<FormError> problems() {
        var problems = new ArrayList<FormError>();
        if (home.strip().length() > HOME_AT_MOST) {
            problems.add(new FormError("home", Words.of("trainers.badHome")));
        }
        if (number(kilometres, 0, Trainer.KILOMETRES_AT_MOST) < 0) {
            problems.add(new FormError("kilometres", Words.of("trainers.badKilometres", Trainer.KILOMETRES_AT_MOST)));
        }
        if (number(sessions, 1, Trainer.SESSIONS_AT_MOST) < 0) {
            problems.add(new FormError("sessions", Words.of("trainers.badSessions", Trainer.SESSIONS_AT_MOST)));
        }
        if (bands.isEmpty()) {
            problems.add(new FormError("band", Words.of("trainers.noBand")));
        }
        if (languages.isEmpty()) {
            problems.add(new FormError("language", Words.of("trainers.noLanguage")));
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
