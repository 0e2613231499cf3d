/** Everything that is held about a school, on one page and as a file. */
@NullMarked
package uk.thinkuknow.privacy.held;

import org.jspecify.annotations.NullMarked;
