/** How the questions of a lesson are answered everywhere, for its authors: shares only. */
@NullMarked
package uk.thinkuknow.results.analysis;

import org.jspecify.annotations.NullMarked;
