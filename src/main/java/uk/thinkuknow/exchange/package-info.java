/** Modules to and from other programmes: what comes over, what does not, and why. */
@NullMarked
package uk.thinkuknow.exchange;

import org.jspecify.annotations.NullMarked;
