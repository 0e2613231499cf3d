package uk.thinkuknow.journey;

import java.sql.SQLException;

/**
 * Lets journeys sign lessons of a few seconds on every day of the year: opens all schools every day, and asks for no length and no haste. For
 * journeys that are about something else than returns that wait.
 */
final class PlausibleLessons {
    private PlausibleLessons() {}

    static void everyDay() {
        try (var database = Product.running().databaseOfOwner();
                var sql = database.createStatement()) {
            sql.execute("UPDATE plausibility_limit SET delivered_share = 0, least_share = 0, late_days = 100000,"
                    + " signer_children = 100000, day_children = 100000");
            sql.execute(
                    "INSERT INTO own_day_span (public_id, school_id, first_day, last_day, weekdays, open, why, added_by, added_at)"
                            + " SELECT CONCAT('j', h.id), h.id, '2020-01-01', '2050-01-01', 'EVERY_DAY', 1, 'journey', 'Journey', now(6) FROM school h"
                            + " WHERE NOT EXISTS (SELECT 1 FROM own_day_span o WHERE o.public_id = CONCAT('j', h.id))");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets the share of its own minutes that a lesson must have lasted. */
    static void atLeast(String share) throws SQLException {
        try (var database = Product.running().databaseOfOwner();
                var sql = database.createStatement()) {
            sql.execute("UPDATE plausibility_limit SET delivered_share = " + share);
        }
    }
}
