/** Paper registers: many entered at once, typed, pasted or from a file. */
@NullMarked
package uk.thinkuknow.attendance.paper;

import org.jspecify.annotations.NullMarked;
