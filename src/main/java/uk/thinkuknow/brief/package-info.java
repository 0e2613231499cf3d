/** Closed periods and their briefs: figures that are frozen, what came after, and the page that a minister reads. */
@NullMarked
package uk.thinkuknow.brief;

import org.jspecify.annotations.NullMarked;
