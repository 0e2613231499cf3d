/** Coverage: schools and children not reached yet, and the schools to visit next. */
@NullMarked
package uk.thinkuknow.reach.coverage;

import org.jspecify.annotations.NullMarked;
