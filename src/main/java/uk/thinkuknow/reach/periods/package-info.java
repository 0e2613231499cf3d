/** Closed periods, their adjustments and briefs, and the public figures. */
@NullMarked
package uk.thinkuknow.reach.periods;

import org.jspecify.annotations.NullMarked;
