/** Reads stored answers for a class's result and for analysis, and deletes them after 30 days. */
@NullMarked
package uk.thinkuknow.classroom.answers;

import org.jspecify.annotations.NullMarked;
