package uk.thinkuknow.schools.school;

/** A place on the Ordnance Survey's grid, in metres east and north of its origin. */
public record GridPlace(int easting, int northing) {
    /** The straight line between two places, in metres. */
    public double metresTo(GridPlace other) {
        return Math.hypot((double) easting - other.easting, (double) northing - other.northing);
    }
}
