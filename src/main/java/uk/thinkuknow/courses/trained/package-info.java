/** Counts of trained professionals, by area. */
@NullMarked
package uk.thinkuknow.courses.trained;

import org.jspecify.annotations.NullMarked;
