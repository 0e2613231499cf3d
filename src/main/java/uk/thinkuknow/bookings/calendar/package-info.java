/** Bookings by day: invitations, reminders, private calendar feeds and the calendar pages. */
@NullMarked
package uk.thinkuknow.bookings.calendar;

import org.jspecify.annotations.NullMarked;
