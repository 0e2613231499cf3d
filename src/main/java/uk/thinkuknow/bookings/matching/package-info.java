/** Rules for whether a trainer can take a session: accreditation, hours, travel and other sessions. */
@NullMarked
package uk.thinkuknow.bookings.matching;

import org.jspecify.annotations.NullMarked;
