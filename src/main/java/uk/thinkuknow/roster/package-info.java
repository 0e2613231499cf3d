/** Making classes: by hand, from a list or a file, from last year's; and their cards on paper. */
@NullMarked
package uk.thinkuknow.roster;

import org.jspecify.annotations.NullMarked;
