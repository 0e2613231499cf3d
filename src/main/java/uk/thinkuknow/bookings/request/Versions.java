package uk.thinkuknow.bookings.request;

/** The version of a booking that somebody had before her when she filled in a form. */
public final class Versions {
    private Versions() {}

    /** @return a version no booking has if the form's is not a number: then it counts as out of date */
    public static int of(RequestForm form) {
        try {
            return Integer.parseInt(form.of("version"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
