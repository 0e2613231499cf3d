/** The kept totals of reach by class and school, their caches, and their update after each signed return. */
@NullMarked
package uk.thinkuknow.reach.totals;

import org.jspecify.annotations.NullMarked;
