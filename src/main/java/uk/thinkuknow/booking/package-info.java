/** Bookings: from a school's request over the trainers it is offered to, to the session that delivers it. */
@NullMarked
package uk.thinkuknow.booking;

import org.jspecify.annotations.NullMarked;
