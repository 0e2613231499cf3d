package uk.thinkuknow.bookings.booking;

import java.util.Comparator;
import java.util.List;
import uk.thinkuknow.bookings.matching.Obstacle;
import uk.thinkuknow.bookings.matching.TrainerMatch;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.bookings.request.RequestDetails;

/**
 * Why no trainer was found for a request. If every trainer failed a check, the reason is the latest check at which one
 * failed: if some teach other ages and one teaches these ages but is busy, the reason is the dates.
 */
enum NoTrainerReason {
    AGES,
    LANGUAGE,
    /**
     * Not accredited. Ranks before distance: a trainer who is only too far away could come by video, which is the
     * better advice.
     */
    STANDING,
    DISTANCE,
    TIME,
    ANSWERS,
    GONE_BY;

    /** A trainer who could come but has given the booking back counts as not free. */
    static NoTrainerReason of(List<TrainerMatch> matches) {
        return matches.stream()
                .map(match -> match.obstacle() == null ? TIME : of(match.obstacle()))
                .max(Comparator.naturalOrder())
                .orElse(AGES);
    }

    private static NoTrainerReason of(Obstacle obstacle) {
        return switch (obstacle) {
            case AGES -> AGES;
            case LANGUAGE -> LANGUAGE;
            case DISTANCE -> DISTANCE;
            case STANDING -> STANDING;
            case TIME -> TIME;
        };
    }

    /** The reason as a school reads it, without a full stop. */
    String words(RequestDetails asked, String band) {
        var near = asked.delivery() == DeliveryKind.VISIT ? " near you" : "";
        var ages = "ages " + band.replace("-", " to ");
        var lesson = ages + ("cy".equals(asked.language()) ? " in Welsh" : "");
        return switch (this) {
            case AGES -> "No trainer teaches " + ages;
            case LANGUAGE -> "No trainer teaches " + lesson;
            case DISTANCE -> "No trainer near you teaches " + lesson;
            case STANDING -> "No trainer" + near + " who teaches " + lesson + " is accredited for the dates asked for";
            case TIME -> "No trainer" + near + " who teaches " + lesson + " is free on the dates asked for";
            case GONE_BY -> "Every date that was asked for has gone by";
            case ANSWERS -> "Every trainer who was asked has said no, or has not answered";
        };
    }

    /** Advice to the school, as a question. */
    String advice(RequestDetails asked) {
        return switch (this) {
            case AGES -> "Teach it yourselves?";
            case LANGUAGE ->
                "cy".equals(asked.language())
                        ? "Ask for it in English, or teach it yourselves?"
                        : "Teach it yourselves?";
            case DISTANCE -> "Ask for a trainer by video, or teach it yourselves?";
            case STANDING -> "Give later dates, or teach it yourselves?";
            case TIME, ANSWERS, GONE_BY -> "Give other dates?";
        };
    }

    /** Label of the link to the request form. */
    String change() {
        return advisesDates() ? "Give other dates" : "Change what is asked for";
    }

    private boolean advisesDates() {
        return this == STANDING || compareTo(TIME) >= 0;
    }
}
