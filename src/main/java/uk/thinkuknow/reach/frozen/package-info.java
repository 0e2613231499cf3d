/** Frozen figures: counts as at a moment in the past, for closed periods. */
@NullMarked
package uk.thinkuknow.reach.frozen;

import org.jspecify.annotations.NullMarked;
