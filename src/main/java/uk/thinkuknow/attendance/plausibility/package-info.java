/** Plausibility: gathers the facts of a signed return and judges whether a second person must confirm it. */
@NullMarked
package uk.thinkuknow.attendance.plausibility;

import org.jspecify.annotations.NullMarked;
