/** A class in progress: join code, seats, the child's player, answer intake, the teacher's live view. */
@NullMarked
package uk.thinkuknow.classroom;

import org.jspecify.annotations.NullMarked;
