/** Reach between any two days. */
@NullMarked
package uk.thinkuknow.reach.days;

import org.jspecify.annotations.NullMarked;
