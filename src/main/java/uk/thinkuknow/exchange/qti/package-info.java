/** Lessons as QTI 3 packages, in and out. */
@NullMarked
package uk.thinkuknow.exchange.qti;

import org.jspecify.annotations.NullMarked;
