/** Catch-up: which cards missed a lesson their class has had, and the groups in which they catch up. */
@NullMarked
package uk.thinkuknow.attendance.catchup;

import org.jspecify.annotations.NullMarked;
