package uk.thinkuknow.schools.school;

/** A point on the Ordnance Survey National Grid, in metres east and north of its origin. */
public record GridPlace(int easting, int northing) {
    /** The straight-line distance to another point, in metres. */
    public double metresTo(GridPlace other) {
        return Math.hypot((double) easting - other.easting, (double) northing - other.northing);
    }
}
