package uk.thinkuknow.courses.training;

import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;
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
        if (text(name).isEmpty() || text(name).length() > LONGEST_NAME || Letter.isLink(text(name))) {
            problems.with("name", Words.of("training.badName", LONGEST_NAME));
        }
        if (!Letter.isAddress(text(email))) {
            problems.with("email", Words.of("training.badEmail"));
        }
        if (text(organisation).isEmpty() || text(organisation).length() > LONGEST_ORGANISATION) {
            problems.with("organisation", Words.of("training.badOrganisation", LONGEST_ORGANISATION));
        }
        if (text(job).length() > LONGEST_NAME) {
            problems.with("job", Words.of("training.jobTooLong", LONGEST_NAME));
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
