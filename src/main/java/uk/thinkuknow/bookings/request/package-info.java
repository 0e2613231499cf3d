/** The form with which a school asks for a session, and its rules. */
@NullMarked
package uk.thinkuknow.bookings.request;

import org.jspecify.annotations.NullMarked;
