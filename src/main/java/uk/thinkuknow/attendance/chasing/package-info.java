/** Missing returns, and the reminders of them. */
@NullMarked
package uk.thinkuknow.attendance.chasing;

import org.jspecify.annotations.NullMarked;
