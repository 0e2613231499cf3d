package uk.thinkuknow.courses.training;

import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.operations.mail.Letter;

/** The submitted form with the name, email address, organisation and job of an adult for whom a place is booked. */
record PersonForm(
        @RestForm @Nullable String name,
        @RestForm @Nullable String email,
        @RestForm @Nullable String organisation,
        @RestForm @Nullable String job) {
    static final PersonForm EMPTY = new PersonForm("", "", "", "");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ORGANISATION = 160;

    FormProblems problems() {
        var problems = FormProblems.none();
        if (text(name).isEmpty() || text(name).length() > LONGEST_NAME) {
            problems.with("name", "Give the person’s name, at most " + LONGEST_NAME + " letters.");
        }
        if (!Letter.isAddress(text(email))) {
            problems.with("email", "Give a work e-mail address, like name@school.example");
        }
        if (text(organisation).isEmpty() || text(organisation).length() > LONGEST_ORGANISATION) {
            problems.with("organisation", "Say where the person works, at most " + LONGEST_ORGANISATION + " letters.");
        }
        if (text(job).length() > LONGEST_NAME) {
            problems.with("job", "Use at most " + LONGEST_NAME + " letters.");
        }
        return problems;
    }

    Professional.PersonDetails who() {
        return new Professional.PersonDetails(
                text(name),
                text(email).toLowerCase(Locale.ROOT),
                text(organisation),
                text(job).isEmpty() ? null : text(job));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
