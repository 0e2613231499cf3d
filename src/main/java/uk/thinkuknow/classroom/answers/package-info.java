/** Stored answers read back: results of a class, counts for analysis, and their deletion. */
@NullMarked
package uk.thinkuknow.classroom.answers;

import org.jspecify.annotations.NullMarked;
