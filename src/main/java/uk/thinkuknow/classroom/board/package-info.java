/** The teacher’s live view and the wall, and what a teacher can do in the room. */
@NullMarked
package uk.thinkuknow.classroom.board;

import org.jspecify.annotations.NullMarked;
