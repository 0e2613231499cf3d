package uk.thinkuknow.reach.coverage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.TravelTime;
import uk.thinkuknow.bookings.trainers.TrainerFacts;
import uk.thinkuknow.common.AgeRange;
import uk.thinkuknow.reach.coverage.CoverageSchool.Journey;
import uk.thinkuknow.schools.school.GridPlace;

/**
 * Finds the nearest trainer for a school: one who may deliver today, accepts the distance and teaches the school's
 * ages. Travel time is estimated from the straight line ({@link TravelTime}), both ways.
 */
final class NearestTrainerFinder {
    private static final Map<String, AgeRange> AGES = Map.of(
            "primary", new AgeRange(4, 10),
            "infant", new AgeRange(4, 7),
            "junior", new AgeRange(8, 10),
            "secondary", new AgeRange(11, 18),
            "16 plus", new AgeRange(16, 18));

    private final List<TrainerFacts> trainers;

    NearestTrainerFinder(List<TrainerFacts> trainers) {
        this.trainers = trainers;
    }

    /** The journey of the nearest suitable trainer; null if there is none or the school's position is unknown. */
    @Nullable
    Journey to(@Nullable GridPlace school, String phase) {
        if (school == null) {
            return null;
        }
        TrainerFacts nearest = null;
        double least = Double.MAX_VALUE;
        for (var trainer : trainers) {
            var home = trainer.home();
            double metres = home == null ? Double.MAX_VALUE : home.metresTo(school);
            if (metres < least && metres <= trainer.limits().kilometres() * 1000.0 && teaches(trainer, phase)) {
                nearest = trainer;
                least = metres;
            }
        }
        if (nearest == null || nearest.home() == null) {
            return null;
        }
        int oneWay = Math.max(TravelTime.MINUTES_TO_ARRIVE, TravelTime.minutes(nearest.home(), school));
        return new Journey(nearest.staffId(), (int) Math.ceil(least / 1000), 2 * oneWay);
    }

    private static boolean teaches(TrainerFacts trainer, String phase) {
        var ages = AGES.get(phase);
        return ages == null
                || trainer.limits().bands().stream()
                        .flatMap(band -> AgeRange.of(band).stream())
                        .anyMatch(ages::overlaps);
    }
}
