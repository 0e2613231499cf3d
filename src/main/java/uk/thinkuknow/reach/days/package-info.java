/** Reach between two days. */
@NullMarked
package uk.thinkuknow.reach.days;

import org.jspecify.annotations.NullMarked;
