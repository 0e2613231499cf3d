/** Bookings, from a school's request through offers to trainers to the session. */
@NullMarked
package uk.thinkuknow.bookings.booking;

import org.jspecify.annotations.NullMarked;
