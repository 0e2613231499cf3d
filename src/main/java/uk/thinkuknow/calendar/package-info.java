/** Bookings by the day: letters and invitations to those who come, reminders, private calendar feeds, and the calendar's pages. */
@NullMarked
package uk.thinkuknow.calendar;

import org.jspecify.annotations.NullMarked;
