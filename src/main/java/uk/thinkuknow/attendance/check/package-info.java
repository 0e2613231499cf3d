/** Figure checks: returns drawn at random each week, for which a colleague at the school gives the heads again. */
@NullMarked
package uk.thinkuknow.attendance.check;

import org.jspecify.annotations.NullMarked;
