/** How many professionals were trained, by area. */
@NullMarked
package uk.thinkuknow.courses.trained;

import org.jspecify.annotations.NullMarked;
