/** Outcomes: what children knew before and after a lesson, in large rounded batches with their uncertainty. */
@NullMarked
package uk.thinkuknow.results.outcome;

import org.jspecify.annotations.NullMarked;
