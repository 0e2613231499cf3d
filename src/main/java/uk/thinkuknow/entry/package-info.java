/** Many paper registers entered at once, by keyboard, pasted or as a file: each becomes a delivered session with its return. */
@NullMarked
package uk.thinkuknow.entry;

import org.jspecify.annotations.NullMarked;
