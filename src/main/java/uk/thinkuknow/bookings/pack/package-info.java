/** The pack a trainer prints before a visit. */
@NullMarked
package uk.thinkuknow.bookings.pack;

import org.jspecify.annotations.NullMarked;
