/** The state of a room: join codes, seats, answers stored by group commit, and the teacher's pacing. */
@NullMarked
package uk.thinkuknow.classroom.room;

import org.jspecify.annotations.NullMarked;
