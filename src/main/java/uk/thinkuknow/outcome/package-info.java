/** What children knew and how sure they were before and after a lesson: large batches, rounded, with how far they can be trusted. */
@NullMarked
package uk.thinkuknow.outcome;

import org.jspecify.annotations.NullMarked;
