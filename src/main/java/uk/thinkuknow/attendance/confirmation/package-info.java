/** Returns that wait for a second person: what the signer reads, what the confirmer decides, and the letters about it. */
@NullMarked
package uk.thinkuknow.attendance.confirmation;

import org.jspecify.annotations.NullMarked;
