/** Reach kept ready: totals by class, school and area, and how they follow signed returns. */
@NullMarked
package uk.thinkuknow.reach.totals;

import org.jspecify.annotations.NullMarked;
