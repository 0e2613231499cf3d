/** What children knew before and after a lesson: large batches, rounded, with their uncertainty. */
@NullMarked
package uk.thinkuknow.results.outcome;

import org.jspecify.annotations.NullMarked;
