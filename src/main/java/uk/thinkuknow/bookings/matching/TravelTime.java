package uk.thinkuknow.bookings.matching;

import uk.thinkuknow.schools.school.GridPlace;

/**
 * Estimates a trainer's travel time between two places, such as their home and a school, from the straight-line
 * distance; no route planner is used.
 */
public final class TravelTime {
    /** Ratio of road length to straight-line distance. */
    public static final double ROADS_ARE_LONGER = 1.3;

    /** Average speed from door to door, in kilometres an hour. */
    public static final int KILOMETRES_AN_HOUR = 50;

    /** Minutes to park, sign in and set up. */
    public static final int MINUTES_TO_ARRIVE = 10;

    private TravelTime() {}

    /** Minutes from one place to readiness at the other, rounded up; 0 if they are the same place. */
    public static int minutes(GridPlace from, GridPlace to) {
        var metres = from.metresTo(to);
        if (metres == 0) {
            return 0;
        }
        return MINUTES_TO_ARRIVE + (int) Math.ceil(metres * ROADS_ARE_LONGER * 60 / (KILOMETRES_AN_HOUR * 1000));
    }
}
