/** Schools and children not reached yet, and where to go next. */
@NullMarked
package uk.thinkuknow.reach.coverage;

import org.jspecify.annotations.NullMarked;
