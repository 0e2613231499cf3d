/** The form in which a school requests a session, and the rules for it. */
@NullMarked
package uk.thinkuknow.bookings.request;

import org.jspecify.annotations.NullMarked;
