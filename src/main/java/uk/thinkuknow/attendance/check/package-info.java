/** Figure checks: returns drawn each week, by chance and by risk, for which a colleague at the school gives the heads again. */
@NullMarked
package uk.thinkuknow.attendance.check;

import org.jspecify.annotations.NullMarked;
