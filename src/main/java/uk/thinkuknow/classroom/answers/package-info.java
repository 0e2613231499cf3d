/** Reads stored answers: results of a class, counts for analysis, and the deletion of answers. */
@NullMarked
package uk.thinkuknow.classroom.answers;

import org.jspecify.annotations.NullMarked;
