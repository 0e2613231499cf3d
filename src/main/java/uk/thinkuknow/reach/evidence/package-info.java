/** The lines behind a figure: one school, its classes, sessions and returns. */
@NullMarked
package uk.thinkuknow.reach.evidence;

import org.jspecify.annotations.NullMarked;
