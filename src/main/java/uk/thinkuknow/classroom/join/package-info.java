/** The calls of children’s pages: joining, leaving, answers and news of the room. */
@NullMarked
package uk.thinkuknow.classroom.join;

import org.jspecify.annotations.NullMarked;
