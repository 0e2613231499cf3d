/** Reads lessons from QTI 2 and 3 and writes them as QTI 3 packages. */
@NullMarked
package uk.thinkuknow.exchange.qti;

import org.jspecify.annotations.NullMarked;
