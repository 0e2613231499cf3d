/** Question analysis: how the questions of a lesson are answered everywhere, as shares, for its authors. */
@NullMarked
package uk.thinkuknow.results.analysis;

import org.jspecify.annotations.NullMarked;
