/** The evidence behind a figure: a school's classes, sessions and signed returns. */
@NullMarked
package uk.thinkuknow.reach.evidence;

import org.jspecify.annotations.NullMarked;
