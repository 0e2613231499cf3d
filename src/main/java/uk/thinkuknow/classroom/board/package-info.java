/** The teacher's live room and the wall, and the teacher's acts on the room. */
@NullMarked
package uk.thinkuknow.classroom.board;

import org.jspecify.annotations.NullMarked;
