package uk.thinkuknow.bookings.matching;

import uk.thinkuknow.schools.school.GridPlace;

/** How long it takes from one school to the next: a stated guess, asked of no route planner. */
public final class TravelTime {
    /** A road is longer than the straight line by this. */
    public static final double ROADS_ARE_LONGER = 1.3;

    /** The speed from door to door, in kilometres an hour. */
    public static final int KILOMETRES_AN_HOUR = 50;

    /** For parking, signing in and setting up, in minutes. */
    public static final int MINUTES_TO_ARRIVE = 10;

    private TravelTime() {}

    /** Minutes from leaving one place to being ready at the other, rounded up; none from a place to itself. */
    public static int minutes(GridPlace from, GridPlace to) {
        var metres = from.metresTo(to);
        if (metres == 0) {
            return 0;
        }
        return MINUTES_TO_ARRIVE + (int) Math.ceil(metres * ROADS_ARE_LONGER * 60 / (KILOMETRES_AN_HOUR * 1000));
    }
}
