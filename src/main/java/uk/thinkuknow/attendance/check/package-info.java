/** Random checks: returns drawn by chance that schools count once more. */
@NullMarked
package uk.thinkuknow.attendance.check;

import org.jspecify.annotations.NullMarked;
