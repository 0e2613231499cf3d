package uk.thinkuknow.attendance.confirmation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.thinkuknow.attendance.returns.WaitingReturn;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.counting.Ground;

/**
 * A line of what a person needs to know to decide on a return.
 *
 * @param what what it is about
 * @param here what this return says
 * @param usual what is usual beside it; empty if nothing can be compared
 * @param unusual whether it is why the return waits
 */
record FactRow(String what, String here, String usual, boolean unusual) {
    private static final String NOTHING = "";

    /** Returns whether it can be compared with what is usual. */
    public boolean isComparable() {
        return !usual.isEmpty();
    }

    /** Returns the lines for a return. */
    static List<FactRow> of(WaitingReturn.Detail detail, Usual usual) {
        var rows = new ArrayList<>(
                List.of(length(detail, usual), children(detail, usual), day(detail), entered(detail), guests(detail)));
        var grounds = detail.waiting().grounds();
        if (grounds.contains(Ground.OVER_ROLL)) {
            rows.add(cards(detail));
        }
        if (grounds.contains(Ground.SIGNER_LOAD)) {
            rows.add(signersDay(detail));
        }
        return rows;
    }

    private static FactRow cards(WaitingReturn.Detail detail) {
        var facts = detail.facts();
        return row(
                detail,
                Ground.OVER_ROLL,
                "cardsAndRoll",
                Words.of("confirmation.cardsInUse", facts.cardsInForce(), facts.cardsMade()),
                Words.of("confirmation.onRoll", facts.roll()));
    }

    private static FactRow signersDay(WaitingReturn.Detail detail) {
        var facts = detail.facts();
        return row(
                detail,
                Ground.SIGNER_LOAD,
                "signersDay",
                facts.overlaps()
                        ? Words.of("confirmation.anotherSession")
                        : Words.of("confirmation.childrenOfSigner", facts.signersChildren(), facts.withoutDevice()),
                NOTHING);
    }

    /** Returns the length of the lesson beside its own and the usual one. */
    static FactRow length(WaitingReturn.Detail detail, Usual usual) {
        var taught = detail.waiting().taught();
        return row(
                detail,
                Ground.SHORT,
                "length",
                Words.of(
                        "confirmation.minutes",
                        taught.delivered().toMinutes(),
                        TextFormat.timeOfDay(taught.start()),
                        TextFormat.timeOfDay(taught.start().plus(taught.delivered()))),
                join(Words.of("confirmation.madeFor", detail.facts().lesson().toMinutes()), usual.minutesInWords()));
    }

    /** Returns the children beside the cards, and the usual number with these classes. */
    static FactRow children(WaitingReturn.Detail detail, Usual usual) {
        var waiting = detail.waiting();
        var came = waiting.came();
        int cards = detail.classes().stream()
                .mapToInt(WaitingReturn.ClassCame::cards)
                .sum();
        if (detail.classes().isEmpty()) {
            return row(
                    detail,
                    Ground.HEADS,
                    "headsTitle",
                    Words.of("confirmation.headsSeen", came.children()),
                    Words.of("confirmation.onRoll", detail.facts().roll()));
        }
        return new FactRow(
                Words.of("confirmation.children"),
                came.named() == 0
                        ? Words.of(
                                "confirmation.childrenByHeads", came.children() - came.guests(), cards, came.guests())
                        : Words.of(
                                "confirmation.childrenOfCards",
                                came.children() - came.guests(),
                                cards,
                                came.guests(),
                                came.onDevices()),
                join(usual.childrenInWords()),
                waiting.grounds().contains(Ground.GUESTS));
    }

    private static FactRow day(WaitingReturn.Detail detail) {
        boolean closed = detail.waiting().grounds().contains(Ground.NO_SCHOOL_DAY);
        return row(
                detail,
                Ground.NO_SCHOOL_DAY,
                "day",
                Words.of(
                        "confirmation.dayOf",
                        TextFormat.longDay(detail.waiting().taught().day()),
                        closed),
                NOTHING);
    }

    private static FactRow entered(WaitingReturn.Detail detail) {
        var signed = detail.waiting().signed();
        var grounds = detail.waiting().grounds();
        return new FactRow(
                Words.of("confirmation.entered"),
                signed.earlier()
                        ? Words.of(
                                "confirmation.enteredOn",
                                TextFormat.longDay(London.dateOf(signed.at())),
                                signed.paper())
                        : Words.of("confirmation.enteredThen"),
                NOTHING,
                Stream.of(Ground.ENTERED_LATE, Ground.ENTERED_MANY, Ground.NOT_OF_SCHOOL, Ground.WITHDRAWN_BEFORE)
                        .anyMatch(grounds::contains));
    }

    private static FactRow guests(WaitingReturn.Detail detail) {
        return row(
                detail,
                Ground.GUESTS,
                "guestsTitle",
                Words.of("confirmation.guestsHere", detail.waiting().came().guests()),
                NOTHING);
    }

    private static FactRow row(WaitingReturn.Detail detail, Ground ground, String what, String here, String usual) {
        return new FactRow(
                Words.of("confirmation." + what),
                here,
                usual,
                detail.waiting().grounds().contains(ground));
    }

    private static String join(String... sentences) {
        return String.join(" ", List.of(sentences)).strip();
    }
}
