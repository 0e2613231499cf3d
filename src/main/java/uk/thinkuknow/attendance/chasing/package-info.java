/** Returns that are missing, and the reminders for them. */
@NullMarked
package uk.thinkuknow.attendance.chasing;

import org.jspecify.annotations.NullMarked;
