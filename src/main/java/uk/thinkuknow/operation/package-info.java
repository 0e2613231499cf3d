/** How the installation itself is: what waits, what ran when, which versions, how long its certificate lasts. */
@NullMarked
package uk.thinkuknow.operation;

import org.jspecify.annotations.NullMarked;
