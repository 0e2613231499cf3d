/** The state of a room: join codes, seats, answers stored in groups, and how the room moves on. */
@NullMarked
package uk.thinkuknow.classroom.room;

import org.jspecify.annotations.NullMarked;
