/** Figures as they were at a moment, for closed periods. */
@NullMarked
package uk.thinkuknow.reach.frozen;

import org.jspecify.annotations.NullMarked;
