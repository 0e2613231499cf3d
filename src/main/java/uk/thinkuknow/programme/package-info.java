/** Terms, targets and reach. */
@NullMarked
package uk.thinkuknow.programme;

import org.jspecify.annotations.NullMarked;
