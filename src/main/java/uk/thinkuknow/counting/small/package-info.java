/** Small numbers: decides which published numbers have enough schools and children behind them. No SQL, no CDI. */
@NullMarked
package uk.thinkuknow.counting.small;

import org.jspecify.annotations.NullMarked;
