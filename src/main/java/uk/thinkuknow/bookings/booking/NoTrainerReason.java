package uk.thinkuknow.bookings.booking;

import java.util.Comparator;
import java.util.List;
import uk.thinkuknow.bookings.matching.Obstacle;
import uk.thinkuknow.bookings.matching.TrainerMatch;
import uk.thinkuknow.bookings.matching.TrainerWords;
import uk.thinkuknow.bookings.request.RequestDetails;
import uk.thinkuknow.common.Words;

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
        var ages = TrainerWords.band(band);
        var language = asked.language();
        return switch (this) {
            case AGES -> Words.of("booking.noneForAges", ages);
            case LANGUAGE -> Words.of("booking.noneForLanguage", ages, language);
            case DISTANCE -> Words.of("booking.noneNear", ages, language);
            case STANDING -> Words.of("booking.noneAccredited", asked.delivery(), ages, language);
            case TIME -> Words.of("booking.noneFree", asked.delivery(), ages, language);
            case GONE_BY -> Words.of("booking.allDatesPast");
            case ANSWERS -> Words.of("booking.allSaidNo");
        };
    }

    /** Advice to the school, as a question. */
    String advice(RequestDetails asked) {
        return Words.of(
                switch (this) {
                    case AGES -> "booking.adviseSelf";
                    case LANGUAGE -> "cy".equals(asked.language()) ? "booking.adviseEnglish" : "booking.adviseSelf";
                    case DISTANCE -> "booking.adviseVideo";
                    case STANDING -> "booking.adviseLater";
                    case TIME, ANSWERS, GONE_BY -> "booking.adviseOtherDates";
                });
    }

    /** Label of the link to the request form. */
    String change() {
        return Words.of(advisesDates() ? "booking.giveOtherDates" : "booking.changeRequest");
    }

    private boolean advisesDates() {
        return this == STANDING || compareTo(TIME) >= 0;
    }
}
