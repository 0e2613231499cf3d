/** The rules of reach: how classes, cards and heads become a figure with its bounds. No SQL, no CDI. */
@NullMarked
package uk.thinkuknow.counting;

import org.jspecify.annotations.NullMarked;
