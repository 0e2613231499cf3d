package uk.thinkuknow.attendance.confirmation;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import uk.thinkuknow.attendance.returns.WaitingReturn;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Ground;

/**
 * One thing that is unusual about a return, in words.
 *
 * @param brief in two or three words
 * @param what the sentence with its numbers
 * @param reasons the usual innocent reasons
 */
record Unusual(String brief, String what, String reasons) {
    /** Returns a sentence for each ground on which the return waits, in the order of the rule, after one on a send-back before. */
    static List<Unusual> of(WaitingReturn.Detail detail) {
        var sentBack = Stream.of(detail.sentBack())
                .filter(words -> !words.isEmpty())
                .map(words -> new Unusual(Words.of("confirmation.sentBackBefore"), words, ""));
        return Stream.concat(sentBack, onGrounds(detail)).toList();
    }

    private static Stream<Unusual> onGrounds(WaitingReturn.Detail detail) {
        return detail.waiting().grounds().stream()
                .sorted()
                .map(ground -> new Unusual(
                        Words.of("confirmation.brief." + ground.name()),
                        what(ground, detail),
                        Words.of("confirmation.reasons." + ground.name())));
    }

    private static String what(Ground ground, WaitingReturn.Detail detail) {
        var taught = detail.waiting().taught();
        var facts = detail.facts();
        var day = TextFormat.weekday(taught.day());
        return switch (ground) {
            case SHORT ->
                Words.of(
                        "confirmation.short",
                        taught.delivered().toMinutes(),
                        facts.lesson().toMinutes());
            case ENTERED_LATE -> Words.of("confirmation.enteredLate", daysLater(detail.waiting()), day);
            case NO_SCHOOL_DAY -> Words.of("confirmation.noSchoolDay", day);
            case SIGNER_LOAD -> load(detail, day);
            case OVER_ROLL -> Words.of("confirmation.overRoll", facts.cardsInForce(), facts.cardsMade(), facts.roll());
            case GUESTS -> guests(detail);
            case HEADS -> Words.of("confirmation.heads", detail.waiting().came().children(), facts.roll());
            case ENTERED_MANY ->
                Words.of("confirmation.enteredMany", detail.waiting().signed().by(), facts.lessonsEntered());
            case NOT_OF_SCHOOL ->
                Words.of("confirmation.notOfSchool", detail.waiting().signed().by());
            case WITHDRAWN_BEFORE -> Words.of("confirmation.withdrawnBefore");
        };
    }

    private static long daysLater(WaitingReturn waiting) {
        return ChronoUnit.DAYS.between(
                waiting.taught().day(), London.dateOf(waiting.signed().at()));
    }

    private static String load(WaitingReturn.Detail detail, String day) {
        return detail.facts().overlaps()
                ? Words.of("confirmation.overlaps")
                : Words.of(
                        "confirmation.signersChildren",
                        detail.waiting().signed().by(),
                        detail.facts().signersChildren(),
                        detail.facts().withoutDevice(),
                        day);
    }

    private static String guests(WaitingReturn.Detail detail) {
        return detail.classes().stream()
                .max(Comparator.comparingInt(WaitingReturn.ClassCame::guests))
                .map(most -> Words.of("confirmation.guests", most.guests(), most.name(), most.cards()))
                .orElse("");
    }
}
