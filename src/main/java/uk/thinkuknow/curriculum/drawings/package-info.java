/** Checks and cleans SVG drawings, and checks and scales photographs. */
@NullMarked
package uk.thinkuknow.curriculum.drawings;

import org.jspecify.annotations.NullMarked;
