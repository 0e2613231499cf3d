/** The pack that is printed for a session. */
@NullMarked
package uk.thinkuknow.bookings.pack;

import org.jspecify.annotations.NullMarked;
