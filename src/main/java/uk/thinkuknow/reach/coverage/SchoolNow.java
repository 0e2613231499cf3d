package uk.thinkuknow.reach.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.schools.school.GridPlace;

/** A school as coverage sees it. */
record SchoolNow(
        Entry entry,
        Meals meals,
        Surroundings surroundings,
        @Nullable LocalDate lastLesson,
        int reach,
        @Nullable Journey journey) {

    /** What the register says of it. */
    record Entry(
            long id,
            String publicId,
            String name,
            String town,
            Area area,
            String phase,
            @Nullable Integer roll) {}

    record Area(String authority, String region, String nation) {}

    /**
     * The way of the trainer who could be there soonest.
     *
     * @param kilometres the straight line, rounded up
     * @param minutes there and back
     */
    record Journey(long trainer, int kilometres, int minutes) {
        private static final int HOUR = 60;

        /** So many children for each hour on the road. */
        int perHour(int children) {
            return children * HOUR / minutes;
        }
    }

    /** Where it stands, if that is known; asked for only while the journey is worked out. */
    record Placed(
            Entry entry,
            Meals meals,
            Surroundings surroundings,
            @Nullable GridPlace place) {}

    /** Children of the roll who are not reached this year; none where the roll is not known. */
    int unreached() {
        var roll = entry.roll();
        return roll == null ? 0 : Math.max(0, roll - reach);
    }

    @Nullable
    Integer perHour() {
        return journey == null || unreached() == 0 ? null : Integer.valueOf(journey.perHour(unreached()));
    }
}
