/** The child’s pages: joining, and the lesson with its steps and questions in the child’s language. */
@NullMarked
package uk.thinkuknow.classroom.player;

import org.jspecify.annotations.NullMarked;
