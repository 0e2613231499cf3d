package uk.thinkuknow.attendance.confirmation;

import uk.thinkuknow.attendance.returns.WaitingReturn;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/**
 * A return that waits, in short.
 *
 * @param day such as "Tuesday 9 February 2027"
 */
record ReturnHead(
        String session, String school, String classes, String lesson, String day, int children, Signature signed) {
    /** Who signed it, when in words, and what a page hands back so that only what was seen is answered. */
    record Signature(String by, String at, String seen) {}

    static ReturnHead of(WaitingReturn waiting) {
        return new ReturnHead(
                waiting.session().value(),
                waiting.school().name(),
                waiting.taught().forWhom(),
                waiting.taught().lesson(),
                TextFormat.longDay(waiting.taught().day()),
                waiting.came().children(),
                new Signature(
                        waiting.signed().by(),
                        Words.of(
                                "confirmation.signedAt",
                                waiting.signed().by(),
                                TextFormat.time(waiting.signed().at())),
                        waiting.seen().toString()));
    }
}
