/** The rules by which a trainer can take a session: hours, travel and other sessions. */
@NullMarked
package uk.thinkuknow.bookings.matching;

import org.jspecify.annotations.NullMarked;
