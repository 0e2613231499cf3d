package uk.thinkuknow.curriculum.welsh;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Refused;

/** The form to record who reviewed Welsh texts, and on which day. */
public record WelshReviewForm(String by, String day, String month, String year) {
    public static final WelshReviewForm EMPTY = new WelshReviewForm("", "", "", "");

    public static WelshReviewForm typed(
            @Nullable String by, @Nullable String day, @Nullable String month, @Nullable String year) {
        return new WelshReviewForm(plain(by), plain(day), plain(month), plain(year));
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
            throw new Refused("Give the day of the review as numbers, for example 24 11 2026.");
        }
    }

    private static String plain(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
