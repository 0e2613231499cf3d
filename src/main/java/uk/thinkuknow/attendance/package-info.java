/** Who was in the room: registers, signed returns and the rows kept for counting. */
@NullMarked
package uk.thinkuknow.attendance;

import org.jspecify.annotations.NullMarked;
