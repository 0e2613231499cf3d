package uk.thinkuknow.curriculum.welsh;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.web.FormError;

/** The form to record who reviewed texts, and on which day, with what is wrong with it. */
public record ReviewForm(String by, String day, String month, String year, List<FormError> errors) {
    public static final ReviewForm EMPTY = new ReviewForm("", "", "", "", List.of());

    public static ReviewForm typed(
            @Nullable String by, @Nullable String day, @Nullable String month, @Nullable String year) {
        return new ReviewForm(plain(by), plain(day), plain(month), plain(year), List.of());
    }

    /**
     * Returns the day of the review.
     *
     * @throws Refused if it is not a valid date
     */
    public LocalDate on() {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException | NumberFormatException e) {
            throw new Refused("welsh.reviewDayNotNumbers");
        }
    }

    /** Returns the form with the reason why it was refused, and the field that the reason links to. */
    public ReviewForm with(@Nullable String field, Refused refused) {
        return new ReviewForm(by, day, month, year, List.of(new FormError(field, refused.why())));
    }

    private static String plain(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
