/** The calls of children's pages: joining, leaving, answers, and the state of the room. */
@NullMarked
package uk.thinkuknow.classroom.join;

import org.jspecify.annotations.NullMarked;
