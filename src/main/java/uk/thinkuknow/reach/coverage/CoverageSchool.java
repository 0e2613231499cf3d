package uk.thinkuknow.reach.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.ReachFigure;
import uk.thinkuknow.schools.school.GridPlace;

/**
 * The current facts of a school for the coverage tables.
 *
 * @param lastLesson the day of the last lesson that counts, also of a predecessor of the school; null if there is none
 * @param reach the children reached in the current year
 * @param journey the journey of the nearest suitable trainer; null if there is none
 */
record CoverageSchool(
        Entry entry,
        FreeMealsBand meals,
        Surroundings surroundings,
        @Nullable LocalDate lastLesson,
        ReachFigure reach,
        @Nullable Journey journey) {

    /** The facts of a school from the national register of schools. */
    record Entry(
            long id,
            String publicId,
            String name,
            String town,
            Area area,
            String phase,
            @Nullable Integer roll) {}

    /** The keys of a school's authority, region and nation. */
    record Area(String authority, String region, String nation) {}

    /**
     * The journey of the nearest suitable trainer.
     *
     * @param trainer the staff id
     * @param kilometres the straight line one way, rounded up
     * @param minutes both ways
     */
    record Journey(long trainer, int kilometres, int minutes) {
        private static final int HOUR = 60;

        /** The number of children per hour of travel, rounded down. */
        int perHour(int children) {
            return children * HOUR / minutes;
        }
    }

    /** A school with its position, if known; the position is used only to find the journey. */
    record Placed(
            Entry entry,
            FreeMealsBand meals,
            Surroundings surroundings,
            @Nullable GridPlace place) {}

    /** Children on the roll not reached this year; 0 if the roll is not known. */
    int unreached() {
        var roll = entry.roll();
        return roll == null ? 0 : Math.max(0, roll - reach.headline());
    }

    /** The unreached children per hour of travel; null without a trainer or without unreached children. */
    @Nullable
    Integer perHour() {
        return journey == null || unreached() == 0 ? null : Integer.valueOf(journey.perHour(unreached()));
    }
}
