/** Many paper registers entered at once, typed, pasted or as a file. */
@NullMarked
package uk.thinkuknow.attendance.paper;

import org.jspecify.annotations.NullMarked;
