/** Trainers: accreditation, availability and supervision. */
@NullMarked
package uk.thinkuknow.bookings.trainers;

import org.jspecify.annotations.NullMarked;
