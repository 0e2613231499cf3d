/** Who missed a lesson, and the groups that catch up. */
@NullMarked
package uk.thinkuknow.attendance.catchup;

import org.jspecify.annotations.NullMarked;
